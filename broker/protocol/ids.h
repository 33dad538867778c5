// The names things go by, on the wire and in the journal.
//
// Each id is its own type, so a counter can never be handed over where a service was meant.
// What the setup file names (services, tiers, counters, devices) goes by a short text, so that a
// journal still reads right after the file was rearranged; what Usher numbers itself (tickets,
// visits) goes by a number that is never used twice.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace usher::protocol {

/// A short text: 1 to 31 of `a-z A-Z 0-9 . _ -`. Empty only when default-made, meaning "none".
template <class Tag>
class Name {
public:
    static constexpr std::size_t lengthMax = 31;

    constexpr Name() = default;

    /// Nothing if `text` is empty, too long or has another character.
    static constexpr std::optional<Name> parse(std::string_view text) {
        if (text.empty() || text.size() > lengthMax)
            return std::nullopt;
        Name name;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            const bool fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
            if (!fits)
                return std::nullopt;
            name.text_[i] = c;
        }
        name.size_ = static_cast<std::uint8_t>(text.size());
        return name;
    }

    [[nodiscard]] constexpr std::string_view view() const { return {text_.data(), size_}; }
    [[nodiscard]] std::string str() const { return std::string(view()); }
    [[nodiscard]] constexpr bool empty() const { return size_ == 0; }

    friend constexpr auto operator<=>(const Name& a, const Name& b) {
        return a.view() <=> b.view();
    }
    friend constexpr bool operator==(const Name& a, const Name& b) { return a.view() == b.view(); }

private:
    std::array<char, lengthMax> text_{};
    std::uint8_t size_ = 0;
};

/// A number Usher gives out itself, from 1 up; 0 means "none".
template <class Tag>
struct Id {
    std::uint32_t value{};
    friend constexpr auto operator<=>(Id, Id) = default;
};

using ServiceId = Name<struct ServiceTag>;
using GroupId = Name<struct GroupTag>;
using TierId = Name<struct TierTag>;
using ZoneId = Name<struct ZoneTag>;
using CounterId = Name<struct CounterTag>;
using BandId = Name<struct BandTag>;
using OutletId = Name<struct OutletTag>;
using DeviceId = Name<struct DeviceTag>; ///< a kiosk, counter client, console: the ZAP user id
using StaffId = Name<struct StaffTag>;
using AppointmentId = Name<struct AppointmentTag>; ///< a reference of the booking system's
using TicketId = Id<struct TicketTag>;
using VisitId = Id<struct VisitTag>;

/// Position in the journal, from 1 up without a gap.
using Sequence = std::uint64_t;

/// 128 bits made by the client before it sends; a repeat of one gets the first answer again.
struct CommandId {
    std::uint64_t high{};
    std::uint64_t low{};
    friend constexpr auto operator<=>(const CommandId&, const CommandId&) = default;
};

/// 32 lower-case hexadecimal digits.
[[nodiscard]] std::string toHex(const CommandId& id);
[[nodiscard]] std::optional<CommandId> commandIdFromHex(std::string_view hex);

/// Makes a name of a literal known to be well-formed; a defect if it is not.
template <class N>
constexpr N named(std::string_view text) {
    return N::parse(text).value();
}

} // namespace usher::protocol
