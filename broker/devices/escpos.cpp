#include "broker/devices/escpos.h"

#include "broker/devices/gb18030.h"
#include "broker/devices/qr_code.h"

#include <algorithm>
#include <cassert>

namespace usher::devices {
namespace {

using namespace std::string_literals;

/// Dots across, and columns of twelve dots.
std::size_t dotsOf(PaperWidth width) {
    return width == PaperWidth::Mm58 ? 384 : 576;
}
std::size_t columnsOf(PaperWidth width) {
    return dotsOf(width) / 12;
}

std::string byte(std::size_t value) {
    assert(value <= 0xFF);
    return std::string(1, static_cast<char>(value));
}

std::string lowHigh(std::size_t value) {
    return byte(value & 0xFF) + byte(value >> 8);
}

class Sheet {
public:
    explicit Sheet(const PaperManners& manners) : manners_{manners} {
        sheet_.bytes = "\x1B@"s         // as after switching on
                       "\x1D\x61\0"s    // no status of its own accord
                       "\x1C&"s         // Chinese characters
                       "\x1B\x61\x01"s; // centred
    }

    void write(const std::vector<SlipLine>& lines) {
        for (const SlipLine& line : lines)
            write(line);
    }

    void code(const std::string& data) {
        if (data.empty())
            return;
        const auto drawn = data.size() <= qrBytesMax ? qrCode(data) : std::nullopt;
        if (!drawn) {
            sheet_.unshown.push_back(data);
            return;
        }
        // About 26 mm across: an old phone reads it, and it fits either paper.
        const std::size_t dots = std::clamp<std::size_t>(208 / drawn->width, 3, 8);
        if (manners_.qr == QrForm::Native)
            native(data, dots);
        else
            raster(draw(*drawn, dots));
        sheet_.bytes += '\n';
    }

    SlipBytes finish() {
        sheet_.cutAt = sheet_.bytes.size();
        sheet_.bytes += "\x1B\x64\x03"s    // feed three lines
                        "\x1D\x56\x42\0"s; // on to the knife, cut
        return std::move(sheet_);
    }

private:
    void write(const SlipLine& line) {
        const std::u32string text = letters(line.text);
        if (text.empty())
            return;
        std::size_t scale = static_cast<std::size_t>(line.size);
        while (scale > 1 && devices::columnsOf(text) * scale > columnsOf(manners_.width))
            --scale;
        sheet_.bytes += "\x1D!" + byte((scale - 1) * 0x11) + "\x1B\x45" + byte(line.bold ? 1 : 0);
        for (const auto& row : wrap(text, columnsOf(manners_.width) / scale)) {
            PrinterText printed = toGb18030(row, manners_.fourByte);
            sheet_.bytes += printed.bytes + '\n';
            sheet_.unshown.insert(sheet_.unshown.end(), printed.unshown.begin(),
                                  printed.unshown.end());
        }
    }

    void native(const std::string& data, std::size_t dots) {
        const std::string qr = "\x1D(k";
        sheet_.bytes += qr + "\x04\0\x31\x41\x32\0"s;                          // model 2
        sheet_.bytes += qr + "\x03\0\x31\x43"s + byte(dots);                   // dots a module
        sheet_.bytes += qr + "\x03\0\x31\x45\x31"s;                            // error correction M
        sheet_.bytes += qr + lowHigh(data.size() + 3) + "\x31\x50\x30" + data; // keep
        sheet_.bytes += qr + "\x03\0\x31\x51\x30"s;                            // print
    }

    void raster(const Bitmap& picture) {
        sheet_.bytes += "\x1Dv0\0"s + lowHigh(picture.bytesPerRow) + lowHigh(picture.rows);
        sheet_.bytes += picture.bits;
    }

    PaperManners manners_;
    SlipBytes sheet_;
};

} // namespace

SlipBytes encode(const Slip& slip, const PaperManners& manners) {
    const Wording words = wording(slip);
    Sheet sheet{manners};
    sheet.write(words.above);
    sheet.code(toUtf8(letters(slip.qr)));
    sheet.write(words.below);
    return sheet.finish();
}

std::string askStatus(StatusPart part) {
    return "\x10\x04" + byte(static_cast<std::size_t>(part));
}

std::string echoText(EchoMark mark) {
    static constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUV";
    std::string text;
    for (int shift = 15; shift >= 0; shift -= 5)
        text += digits[(mark >> shift) & 31];
    return text;
}

std::string askDone(EchoMark mark) {
    return "\x1D(H\x06\0\x30\x30"s + echoText(mark) + "\x1Dr\x01";
}

std::string forgetAll() {
    return "\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08";
}

} // namespace usher::devices
