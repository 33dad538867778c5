// What a paper ticket says.
//
// Plain values and the fixed sentences around them, in the customer's language; how the paper gets
// printed is next door in escpos. There is no field for a name, a card or a tier, so none can ever
// be on paper that somebody leaves on a chair.
#pragma once

#include "broker/protocol/setup.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace usher::devices {

enum class Language { Zh, En };

/// Minutes, rounded up by whoever forecasts.
struct ForecastRange {
    std::uint32_t from{};
    std::uint32_t to{};
    friend bool operator==(const ForecastRange&, const ForecastRange&) = default;
};

/// A self-service machine to go to.
struct Machine {
    protocol::Text name;
    std::uint32_t sign{}; ///< the number on it
    friend bool operator==(const Machine&, const Machine&) = default;
};

struct Slip {
    Language language{Language::Zh};
    protocol::Text outlet;
    std::string number; ///< "D012"
    protocol::Text service;
    protocol::Text zone;                   ///< where to wait
    std::optional<Machine> machine{};      ///< or where to go at once: nobody is called there
    std::optional<std::uint32_t> ahead;    ///< people; nothing: not known, and then not printed
    std::optional<ForecastRange> forecast; ///< nothing: a dash, but no more than `ahead` printed
    std::string time;                      ///< as it shall read, "2026-11-23 09:41"
    std::string kiosk;                     ///< who printed it
    std::string audit; ///< short code by which the paper is found in the journal
    std::string qr;    ///< what the code says, at most qrBytesMax; empty: no code
    std::string phone; ///< for complaints; empty: no such line
    std::optional<std::uint32_t> lateReturn; ///< minutes a missed turn is kept; nothing: ask staff
    std::uint32_t copy{};                    ///< 0: the first paper; n: the n-th reprint, so marked
    bool offline{};                          ///< given out while the broker was away, so marked
    friend bool operator==(const Slip&, const Slip&) = default;
};

inline constexpr std::size_t qrBytesMax = 256;

/// Height and width of the letters, in multiples of the printer's own.
enum class Size { Normal = 1, Large = 2, Huge = 4 };

struct SlipLine {
    std::string text; ///< UTF-8, not yet cleaned or broken to the width of the paper
    Size size{Size::Normal};
    bool bold{};
    friend bool operator==(const SlipLine&, const SlipLine&) = default;
};

/// The lines above and below the code.
struct Wording {
    std::vector<SlipLine> above;
    std::vector<SlipLine> below;
};

/// An English slip also bears outlet, number and service in Chinese, for the staff who read it.
[[nodiscard]] Wording wording(const Slip& slip);

} // namespace usher::devices
