#include "kiosk/card/dol.h"

#include "kiosk/card/apdu.h"
#include "kiosk/card/tlv.h"

#include <algorithm>

namespace usher::card {

namespace {

// Contactless and contact EMV, online PIN and signature: what lets most chips answer (EMV
// contactless Book A, 5.7). Nothing is paid, so nothing follows from it.
constexpr std::array<std::uint8_t, 4> terminalTransactionQualifiers{0x36, 0x00, 0x00, 0x00};

enum class Kind { Digits, Binary };

struct Known {
    Bytes value;
    Kind kind{Kind::Binary};
};

Known valueOf(std::uint32_t tag, const Terminal& terminal) {
    switch (tag) {
    case 0x9F66:
        return {terminalTransactionQualifiers, Kind::Binary};
    case 0x9F1A:
        return {terminal.country, Kind::Digits};
    case 0x5F2A:
        return {terminal.currency, Kind::Digits};
    case 0x9A:
        return {terminal.date, Kind::Digits};
    case 0x9F37:
        return {terminal.unpredictable, Kind::Binary};
    default:
        return {}; // zeros: among others 9C, the type of transaction, and 9F02, its amount
    }
}

/// Digits are cut and filled at the left, all else at the right (EMV Book 3, 5.4).
void addFitted(std::vector<std::uint8_t>& filled, const Known& known, std::size_t length) {
    const std::size_t kept = std::min(known.value.size(), length);
    const std::size_t zeros = length - kept;
    if (known.kind == Kind::Digits) {
        filled.insert(filled.end(), zeros, 0);
        const Bytes tail = known.value.last(kept);
        filled.insert(filled.end(), tail.begin(), tail.end());
    } else {
        const Bytes head = known.value.first(kept);
        filled.insert(filled.end(), head.begin(), head.end());
        filled.insert(filled.end(), zeros, 0);
    }
}

} // namespace

std::optional<std::vector<std::uint8_t>> fillDol(Bytes list, const Terminal& terminal) {
    std::vector<std::uint8_t> filled;
    while (!list.empty()) {
        const auto tag = takeTag(list);
        if (!tag || list.empty())
            return std::nullopt;
        const std::size_t length = list.front();
        list = list.subspan(1);
        if (filled.size() + length > Apdu::optionsDataMax)
            return std::nullopt;
        addFitted(filled, valueOf(*tag, terminal), length);
    }
    return filled;
}

} // namespace usher::card
