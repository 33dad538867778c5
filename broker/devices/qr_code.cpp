#include "broker/devices/qr_code.h"

#include <memory>
#include <qrencode.h>

namespace usher::devices {

std::optional<QrCode> qrCode(std::string_view data) {
    if (data.empty())
        return std::nullopt;
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> made{
        QRcode_encodeData(static_cast<int>(data.size()),
                          reinterpret_cast<const unsigned char*>(data.data()), 0, QR_ECLEVEL_M),
        &QRcode_free};
    if (!made)
        return std::nullopt;
    QrCode code;
    code.width = static_cast<std::size_t>(made->width);
    code.dark.resize(code.width * code.width);
    for (std::size_t i = 0; i < code.dark.size(); ++i)
        code.dark[i] = (made->data[i] & 1) != 0;
    return code;
}

Bitmap draw(const QrCode& code, std::size_t dots) {
    Bitmap picture;
    const std::size_t margin = quietModules * dots;
    picture.rows = code.width * dots + 2 * margin;
    picture.bytesPerRow = (picture.rows + 7) / 8;
    picture.bits.assign(picture.bytesPerRow * picture.rows, '\0');
    for (std::size_t y = margin; y < picture.rows - margin; ++y)
        for (std::size_t x = margin; x < picture.rows - margin; ++x) {
            if (!code.at((y - margin) / dots, (x - margin) / dots))
                continue;
            char& byte = picture.bits[y * picture.bytesPerRow + x / 8];
            byte = static_cast<char>(static_cast<unsigned char>(byte) | (0x80U >> (x % 8)));
        }
    return picture;
}

} // namespace usher::devices
