// What would happen if: the rest of the day, twice over with the same customers, once as things are
// and once with a change.
//
// Every pair of days is a pure function of its number, so several threads may share the work, and
// what two days differ in is the change and nothing else (common random numbers).
#pragma once

#include "broker/forecast/model.h"
#include "broker/forecast/start.h"
#include "broker/protocol/what_if.h"

#include <functional>
#include <span>

namespace usher::simulate {

/// The start with the changes made. `setup`: what the start's floor was made from. Requires that
/// every change names what the setup has.
[[nodiscard]] forecast::Start changed(const forecast::Start& start, const protocol::Setup& setup,
                                      std::span<const protocol::Change> changes);

struct Customer {
    protocol::TicketId ticket;
    outlet::Index tier{};
    protocol::Moment arrival;
    double waited{}; ///< minutes
};

struct Day {
    std::vector<Customer> customers;       ///< by ticket
    std::vector<double> idle;              ///< minutes, by counter
    std::vector<protocol::TicketId> order; ///< who waits at the start, as they are called
};

struct Pair {
    Day now;
    Day then;
};

class WhatIf {
public:
    WhatIf(forecast::Start now, forecast::Start then, forecast::Model model, std::uint64_t seed);

    [[nodiscard]] Pair play(std::size_t number) const;
    /// Both days are played to here: closing time, or now if that is past.
    [[nodiscard]] protocol::Moment until() const;

private:
    forecast::Start now_;
    forecast::Start then_;
    forecast::Model model_;
    std::uint64_t seed_;
};

/// What the pairs say of everybody, no tier being named; late is by each one's own tier's target.
[[nodiscard]] protocol::TierEffect effectOnAll(const protocol::Setup& setup,
                                               std::span<const Pair> pairs);

/// What the pairs say together; `number(ticket)` is what a ticket that waits is called.
[[nodiscard]] protocol::Foreseen
summarise(const protocol::Setup& setup, const forecast::Start& start, protocol::Moment until,
          std::span<const Pair> pairs,
          const std::function<std::string(protocol::TicketId)>& number);

} // namespace usher::simulate
