#include "tests/support/paper_machine.h"

#include <iconv.h>
#include <memory>
#include <qrencode.h>
#include <stdexcept>

namespace usher::support {
namespace {

using namespace std::string_literals;

const std::string forget = "\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08";

std::string pbm(std::size_t width, std::size_t height, const std::string& bits) {
    return "P4\n" + std::to_string(width) + " " + std::to_string(height) + "\n" + bits;
}

/// Four white modules all round, drawn dot by dot.
std::string drawn(const std::string& data, std::size_t dots) {
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code{
        QRcode_encodeData(static_cast<int>(data.size()),
                          reinterpret_cast<const unsigned char*>(data.data()), 0, QR_ECLEVEL_M),
        &QRcode_free};
    if (!code)
        throw std::runtime_error{"a QR code the printer cannot draw"};
    const auto modules = static_cast<std::size_t>(code->width);
    const std::size_t bytes = ((modules + 8) * dots + 7) / 8;
    std::string bits(bytes * (modules + 8) * dots, '\0');
    for (std::size_t y = 0; y < (modules + 8) * dots; ++y)
        for (std::size_t x = 0; x < (modules + 8) * dots; ++x) {
            const std::size_t row = y / dots;
            const std::size_t column = x / dots;
            const bool inside =
                row >= 4 && row < modules + 4 && column >= 4 && column < modules + 4;
            if (!inside || (code->data[(row - 4) * modules + column - 4] & 1) == 0)
                continue;
            char& byte = bits[y * bytes + x / 8];
            byte = static_cast<char>(byte | static_cast<char>(0x80 >> (x % 8)));
        }
    return pbm(bytes * 8, (modules + 8) * dots, bits);
}

} // namespace

std::string PaperSlip::gb18030() const {
    std::string text;
    for (const PaperLine& line : lines)
        text += line.gb18030 + '\n';
    return text;
}

std::string PaperSlip::utf8() const {
    std::string in = gb18030();
    std::string out(in.size() * 3 + 4, '\0');
    const iconv_t handle = iconv_open("UTF-8", "GB18030");
    char* from = in.data();
    char* to = out.data();
    std::size_t fromLeft = in.size();
    std::size_t toLeft = out.size();
    const bool good = iconv(handle, &from, &fromLeft, &to, &toLeft) != static_cast<std::size_t>(-1);
    iconv_close(handle);
    if (!good)
        throw std::runtime_error{"the slip is not GB18030"};
    out.resize(out.size() - toLeft);
    return out;
}

std::string PaperMachine::take(std::string_view bytes) {
    buffer_ += bytes;
    taken_ += bytes.size();
    std::string answers = hearAtOnce(bytes);
    answers += work();
    return faults.mute ? "" : answers;
}

std::string PaperMachine::hearAtOnce(std::string_view bytes) {
    std::string answers;
    for (const char c : bytes) {
        heard_ += c;
        if (heard_.size() > forget.size())
            heard_.erase(0, 1);
        const std::size_t size = heard_.size();
        if (size >= 3 && heard_[size - 3] == 0x10 && heard_[size - 2] == 0x04 && c >= 1 && c <= 4)
            answers += static_cast<char>(status(c));
        if (heard_ == forget) {
            buffer_.clear();
            slip_ = {};
            line_ = {};
            answers += "\x37\x25\0"s;
        }
    }
    return answers;
}

bool PaperMachine::stopped() const {
    return faults.paperOut || faults.coverOpen || faults.knifeStuck;
}

std::uint8_t PaperMachine::status(char part) const {
    int bits = 0x12;
    if (part == 1)
        bits = 0x16 | (stopped() || faults.switchedOff ? 0x08 : 0);
    if (part == 2)
        bits |= (faults.coverOpen ? 0x04 : 0) | (faults.paperOut ? 0x20 : 0);
    if (part == 3)
        bits |= faults.knifeStuck ? 0x08 : 0;
    if (part == 4)
        bits |= (faults.paperLow ? 0x0C : 0) | (faults.paperOut ? 0x60 : 0);
    return static_cast<std::uint8_t>(bits);
}

std::string PaperMachine::work() {
    std::string answers;
    while (!buffer_.empty()) {
        if (faults.paperFor && done_ >= *faults.paperFor)
            faults.paperOut = true;
        if (stopped())
            break;
        const std::size_t used = workOne(answers);
        if (used == 0)
            break;
        buffer_.erase(0, used);
        done_ += used;
    }
    return faults.mute ? "" : answers;
}

std::size_t PaperMachine::at(std::size_t i) const {
    return static_cast<std::uint8_t>(buffer_[i]);
}

std::size_t PaperMachine::workOne(std::string& answers) {
    switch (at(0)) {
    case 0x0A:
        endLine();
        return 1;
    case 0x10:
        if (buffer_.size() < 2)
            return 0;
        if (at(1) == 0x04)
            return buffer_.size() < 3 ? 0 : 3;
        return unknown(2);
    case 0x1B:
        return escape();
    case 0x1C:
        return buffer_.size() < 2 ? 0 : at(1) == '&' ? 2 : unknown(2);
    case 0x1D:
        return group(answers);
    default:
        return at(0) < 0x20 ? unknown(1) : letter();
    }
}

std::size_t PaperMachine::escape() {
    if (buffer_.size() < 2)
        return 0;
    if (at(1) == '@') {
        line_ = {};
        return 2;
    }
    if (buffer_.size() < 3)
        return 0;
    if (at(1) == 'E')
        line_.bold = at(2) != 0;
    return at(1) == 'a' || at(1) == 'd' || at(1) == 'E' ? 3 : unknown(3);
}

std::size_t PaperMachine::group(std::string& answers) {
    if (buffer_.size() < 3)
        return 0;
    switch (at(1)) {
    case '(':
        return bracketed(answers);
    case 'v':
        return picture();
    case 'a':
        return 3;
    case '!':
        line_.size = static_cast<int>(at(2) & 0x0F) + 1;
        return 3;
    case 'r':
        if (!faults.noPaperWord)
            answers += static_cast<char>(faults.paperLow ? 0x03 : 0x00);
        return 3;
    case 'V':
        if (at(2) >= 'A' && buffer_.size() < 4)
            return 0;
        slips_.push_back(std::move(slip_));
        slip_ = {};
        return at(2) >= 'A' ? 4 : 3;
    default:
        return unknown(3);
    }
}

std::size_t PaperMachine::bracketed(std::string& answers) {
    if (buffer_.size() < 5)
        return 0;
    const std::size_t length = 5 + at(3) + 256 * at(4);
    if (buffer_.size() < length)
        return 0;
    const std::string body = buffer_.substr(5, length - 5);
    if (at(2) == 'k')
        code(body);
    else if (at(2) == 'H' && body.size() == 6 && !faults.noEcho)
        answers += "\x37\x22" + body.substr(2) + "\0"s;
    else if (at(2) != 'H')
        unknown(length);
    return length;
}

void PaperMachine::code(std::string_view body) {
    if (body.starts_with("1C") && body.size() == 3)
        codeDots_ = static_cast<std::uint8_t>(body[2]);
    else if (body.starts_with("1P0"))
        codeData_ = body.substr(3);
    else if (body == "1Q0")
        slip_.codes.push_back({codeData_, drawn(codeData_, codeDots_)});
    else if (!body.starts_with("1A") && !body.starts_with("1E"))
        misunderstood_.push_back("GS ( k " + std::string(body));
}

std::size_t PaperMachine::picture() {
    if (buffer_.size() < 8)
        return 0;
    const std::size_t bytesPerRow = at(4) + 256 * at(5);
    const std::size_t rows = at(6) + 256 * at(7);
    const std::size_t length = 8 + bytesPerRow * rows;
    if (buffer_.size() < length)
        return 0;
    slip_.codes.push_back({"", pbm(bytesPerRow * 8, rows, buffer_.substr(8, length - 8))});
    return length;
}

std::size_t PaperMachine::letter() {
    std::size_t length = 1;
    if (at(0) >= 0x81) {
        if (buffer_.size() < 2)
            return 0;
        length = at(1) >= 0x30 && at(1) <= 0x39 ? 4 : 2;
        if (buffer_.size() < length)
            return 0;
    }
    line_.gb18030 += buffer_.substr(0, length);
    return length;
}

void PaperMachine::endLine() {
    if (!line_.gb18030.empty())
        slip_.lines.push_back(line_);
    line_.gb18030.clear();
}

std::size_t PaperMachine::unknown(std::size_t length) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string hex;
    for (std::size_t i = 0; i < length && i < buffer_.size(); ++i) {
        hex += digits[at(i) >> 4];
        hex += digits[at(i) & 15];
    }
    misunderstood_.push_back(hex);
    return length;
}

} // namespace usher::support
