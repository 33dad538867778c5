// A slip as the bytes of an ESC/POS printer, and the questions one may put to it.
//
// Text goes as GB18030, the code as the printer's own QR command or as a picture. Sources: the
// subset all makers share; a machine that departs from it is described by its PaperManners.
#pragma once

#include "broker/devices/slip.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace usher::devices {

enum class PaperWidth { Mm58, Mm80 };

/// Native: the printer draws the code from its data. Raster: we send it as a picture (GS v 0).
enum class QrForm { Native, Raster };

struct PaperManners {
    PaperWidth width{PaperWidth::Mm80};
    QrForm qr{QrForm::Native};
    bool fourByte{}; ///< knows the four-byte forms of GB18030
    friend bool operator==(const PaperManners&, const PaperManners&) = default;
};

struct SlipBytes {
    std::string bytes;
    std::size_t cutAt{};              ///< all text is before, only feed and cut from here on
    std::vector<std::string> unshown; ///< characters printed as 〓; the code, if it was too long
};

[[nodiscard]] SlipBytes encode(const Slip& slip, const PaperManners& manners);

/// What DLE EOT asks about; answered at once, out of turn, one byte each.
enum class StatusPart { Printer = 1, OfflineCause = 2, Error = 3, Paper = 4 };
[[nodiscard]] std::string askStatus(StatusPart part);

/// Four printable characters that come back when all before them is on paper.
using EchoMark = std::uint32_t;
[[nodiscard]] std::string echoText(EchoMark mark);

/// Asks in turn, after what it follows: the echo (GS ( H) and the paper (GS r 1). Machines know
/// one, the other, or both; either answer proves that what came before has been worked through.
[[nodiscard]] std::string askDone(EchoMark mark);

/// Makes the printer forget what it has not printed yet (DLE DC4 8), so that the rest of a slip
/// that was given up does not come out when paper is put in.
[[nodiscard]] std::string forgetAll();

} // namespace usher::devices
