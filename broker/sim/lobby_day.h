// One day of the reference lobby, and what everybody who had to wait was told when they came.
#pragma once

#include "broker/sim/baselines.h"
#include "broker/sim/reference_lobby.h"

#include <array>

namespace usher::sim {

/// One forecaster must find out how fast today's tellers are, the other was told.
enum Speeds : std::size_t { Unknown, Known };
/// What they know at the start of a day, and go on learning through it.
using Models = std::array<forecast::Model, 2>;

enum Baseline : std::size_t { Les, Hol, LastTen, Ewma, TicketMachine, WorkAhead, baselines };

struct Waited {
    forecast::InLine customer;
    double waited{};                          ///< seconds
    std::array<double, baselines> baseline{}; ///< seconds
    std::array<forecast::Wait, 2> rolled{};   ///< by Speeds, as are those said
    forecast::Delays delays{};
};

struct DayOptions {
    double customers{};
    std::uint64_t seed{1};
    std::size_t futures{}; ///< 0: nothing is forecast, only learned
};

/// Those who had to wait, in order of arrival. The models have learned the day.
[[nodiscard]] std::vector<Waited> playDay(const ReferenceLobby& lobby, const DayOptions& options,
                                          std::size_t day, Models& models);

} // namespace usher::sim
