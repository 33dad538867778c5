#include "kiosk/card/apdu.h"

#include <cassert>
#include <vector>

namespace usher::card {

void Apdu::add(Bytes more) {
    assert(more.size() <= bytes_.size() - size_);
    std::copy(more.begin(), more.end(), bytes_.data() + size_);
    size_ += more.size();
}

Apdu Apdu::expecting(std::uint8_t length) const {
    Apdu again = *this;
    again.bytes_[size_ - 1] = length;
    return again;
}

Apdu Apdu::select(Bytes name) {
    assert(name.size() <= 255);
    Apdu command;
    command.add(std::array<std::uint8_t, 5>{0x00, 0xA4, 0x04, 0x00,
                                            static_cast<std::uint8_t>(name.size())});
    command.add(name);
    command.add(std::array<std::uint8_t, 1>{0x00});
    return command;
}

Apdu Apdu::readRecord(std::uint8_t file, std::uint8_t record) {
    Apdu command;
    command.add(std::array<std::uint8_t, 5>{0x00, 0xB2, record,
                                            static_cast<std::uint8_t>(file << 3 | 0x04), 0x00});
    return command;
}

Apdu Apdu::getProcessingOptions(Bytes data) {
    assert(data.size() <= optionsDataMax);
    const auto size = static_cast<std::uint8_t>(data.size());
    std::vector<std::uint8_t> field{0x83};
    if (size > 0x7F)
        field.push_back(0x81);
    field.push_back(size);
    field.insert(field.end(), data.begin(), data.end());
    Apdu command;
    command.add(std::array<std::uint8_t, 5>{0x80, 0xA8, 0x00, 0x00,
                                            static_cast<std::uint8_t>(field.size())});
    command.add(field);
    command.add(std::array<std::uint8_t, 1>{0x00});
    return command;
}

Apdu Apdu::getResponse(std::uint8_t length) {
    Apdu command;
    command.add(std::array<std::uint8_t, 5>{0x00, 0xC0, 0x00, 0x00, length});
    return command;
}

} // namespace usher::card
