// What every list of the console is drawn from: the picture, the time, the language.
//
// Here too is how a wait is judged, so that a row, a zone and an alert never disagree.
#pragma once

#include "broker/link/link.h"
#include "broker/protocol/picture.h"

#include <QString>

#include <span>

namespace usher::lobby {

/// As Theme.Level: how much a thing needs a hand.
enum class Level { Calm, WillMiss, Missed, Device, Act };

/// What a counter would go on with after an act.
struct Remainder {
    protocol::CounterId counter;
    std::vector<protocol::Takes> takes; ///< empty: it closes
};

struct View {
    const outlet::Outlet& outlet;
    protocol::Moment now;
    bool chinese = true;
    std::span<const protocol::TicketWait> waits{}; ///< from the last beat on

    [[nodiscard]] const protocol::Setup& setup() const { return outlet.setup(); }
    [[nodiscard]] QString say(const protocol::Text& text) const {
        return QString::fromStdString(chinese ? text.zh : text.en);
    }
    /// In the language of the screen; the id itself if the setup does not know it (any more).
    template <class Id>
    [[nodiscard]] QString nameOf(const Id& id) const {
        const auto* known = setup().find(id);
        return known != nullptr ? say(known->name) : QString::fromStdString(id.str());
    }
    [[nodiscard]] protocol::Millis since(protocol::Moment moment) const;
    /// What the tier is promised; zero for a tier that is gone.
    [[nodiscard]] protocol::Millis target(const protocol::Ticket& ticket) const;
    [[nodiscard]] protocol::Millis waited(const protocol::Ticket& ticket) const;
    /// Missed at the target, WillMiss from three quarters of it.
    [[nodiscard]] Level level(const protocol::Ticket& ticket) const;
    /// When this one is called, counted from now; nothing where no forecast is known.
    [[nodiscard]] std::optional<protocol::Range> forecast(const protocol::Ticket& ticket) const;
    /// Still within the target, and called after it more likely than not.
    [[nodiscard]] bool willMiss(const protocol::Ticket& ticket) const;
    [[nodiscard]] bool isMachine(const protocol::CounterId& counter) const;
    /// A service that nobody would take any more for some tier, looked for as the rules do;
    /// nullptr: there is none.
    [[nodiscard]] const protocol::Service* uncoveredBy(const Remainder& remainder) const;
    /// Those who were sent to this machine and are not done there.
    [[nodiscard]] int inLineAt(const protocol::CounterId& machine) const;
    /// "10:42", on the outlet's wall.
    [[nodiscard]] QString clock(protocol::Moment moment) const;
    /// Open for customers: somebody sits there, or the machine works.
    [[nodiscard]] bool serves(const protocol::CounterState& state) const;
};

/// Whole minutes, rounded down.
[[nodiscard]] int minutes(protocol::Millis span);
/// Rounded up: a promise is not made shorter than it is.
[[nodiscard]] int minutesUp(protocol::Millis span);
/// Rounded to the nearest; `of` is more than zero.
[[nodiscard]] constexpr int perCent(std::uint32_t part, std::uint32_t of) {
    return static_cast<int>((part * 200ULL + of) / (of * 2ULL));
}
/// "09:05"; minutes from midnight.
[[nodiscard]] QString wallClock(int minute);
/// Sent away from the line for now, and could come back to it.
[[nodiscard]] bool isAway(const View& view, const protocol::Ticket& ticket);

inline QString text(std::string_view of) {
    return QString::fromUtf8(of.data(), static_cast<qsizetype>(of.size()));
}

} // namespace usher::lobby
