// A QR code as dots.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace usher::devices {

/// Modules in rows, true for dark, without the quiet zone around.
struct QrCode {
    std::size_t width{};
    std::vector<bool> dark;

    [[nodiscard]] bool at(std::size_t row, std::size_t column) const {
        return dark[row * width + column];
    }
};

inline constexpr std::size_t quietModules = 4;

/// Error correction M. Nothing if `data` is empty or too long for any code.
[[nodiscard]] std::optional<QrCode> qrCode(std::string_view data);

/// One bit a dot, 1 is black, rows padded to whole bytes, the quiet zone included: the payload of
/// `GS v 0` and, behind a header, of a PBM file.
struct Bitmap {
    std::size_t bytesPerRow{};
    std::size_t rows{};
    std::string bits;
};

/// `dots` a module.
[[nodiscard]] Bitmap draw(const QrCode& code, std::size_t dots);

} // namespace usher::devices
