// A day at a random outlet: random wishes at random moments, for properties that hold on any day.
//
// A day is made of small numbers, so that one that goes wrong can be made shorter by dropping
// moves. Each number is read against what is there at the moment, so that most moves mean
// something.
#pragma once

#include "tests/support/stage.h"

#include <array>
#include <string>

namespace usher::stage {

/// What is wished, by whom, and about which ticket, service or place.
using Move = std::array<std::uint8_t, 3>;

/// An outlet out of a handful of numbers; any will do. Ids are s0, t0, z0, c0 and so on, so that
/// two outlets have most names in common.
[[nodiscard]] protocol::Setup randomSetup(const std::vector<std::uint8_t>& numbers);

class RandomDay {
public:
    /// `second`: adopted now and then in the first one's stead; none: the outlet stays as it is.
    RandomDay(protocol::Setup first, std::optional<protocol::Setup> second);

    void make(const Move& move);

    Stage stage;

private:
    void takeTicket(const Move& move, protocol::Paper paper);
    void atCounter(const Move& move);
    void aboutTicket(const Move& move);
    void aboutCounter(const Move& move);
    void aheadOfTime(const Move& move);
    void book(const Move& move);
    void override(const Move& move);
    void passTime(const Move& move);

    [[nodiscard]] const protocol::Setup& setup() const { return stage.outlet().setup(); }
    [[nodiscard]] const protocol::CounterState& counter(std::uint8_t which) const;
    [[nodiscard]] Who clientOf(const protocol::CounterState& counter) const;
    [[nodiscard]] protocol::TicketId ticket(std::uint8_t which) const;
    [[nodiscard]] protocol::Place place(std::uint8_t which) const;

    std::array<protocol::Setup, 2> setups_;
    bool changes_;
    std::size_t adopted_ = 0;
};

} // namespace usher::stage
