// A lobby on paper: classes of customers, counters, and the rule to try.
//
// Times are in the unit its author chose (mean service 1, minutes, seconds). floorOf() maps them to
// milliseconds fine enough that rounding stays below a millionth of the shortest mean service.
#pragma once

#include "broker/outlet/floor.h"
#include "broker/rules/dispatch.h"

#include <optional>
#include <string>
#include <vector>

namespace usher::simulate {

enum class Shape { Exponential, Deterministic, Lognormal, Erlang };

/// A random length of time. `mean` > 0; `cv`, the coefficient of variation, only for Lognormal;
/// `stages`, each exponential and as long as the others, only for Erlang.
struct Length {
    Shape shape{Shape::Exponential};
    double mean{1};
    double cv{};
    unsigned stages{1};
};

/// From `from` on, `rate` arrivals per unit of time, until the next piece begins.
struct Piece {
    double from{};
    double rate{};
};

struct CustomerClass {
    std::string name;
    std::string tier; ///< classes of one tier are also reported together; its own name if not said
    std::string business; ///< what they come for, to rules that queue by that; its name if not said
    std::vector<Piece> rate; ///< the first from 0
    Length service;
    double headStart{};             ///< policy head-start
    int rank{1};                    ///< strict, reserve: 1 is called first
    double weight{1};               ///< accumulating: priority = weight x wait
    std::uint32_t reserve{};        ///< reserve: counters still idle after this class takes one
    std::optional<Length> patience; ///< absent: waits for ever
    std::optional<double> target;   ///< a wait beyond this is late
};

struct Serves {
    std::size_t customerClass{};
    double helpDelay{};
};

/// Time lost: a counter with nothing to do while somebody of these has waited longer than `after`.
struct IdleWatch {
    std::vector<std::size_t> classes;
    double after{};
};

struct Desk {
    std::string name; ///< may be empty
    std::uint32_t count{1};
    std::vector<Serves> serves;
    std::optional<IdleWatch> idleWatch;
};

enum class Policy { HeadStart, FirstCome, Strict, Accumulating, Reserve };

struct Scenario {
    Policy policy{Policy::HeadStart};
    std::optional<std::uint64_t> arrivals; ///< per replication; either this
    std::optional<double> minutes;         ///< or this long, then served until empty
    rules::IdleChoice idleChoice{rules::IdleChoice::Specialised};
    double warmup{};   ///< fraction of the arrivals (or of the time) that is not measured
    double tellerCv{}; ///< tellers differ: service time x lognormal of mean 1 and this cv
    std::optional<double> overtakeWatch; ///< count who is passed by somebody so much later
    std::vector<CustomerClass> classes;
    std::vector<Desk> desks;
};

[[nodiscard]] std::uint32_t countersOf(const Scenario& scenario);
/// Each once, in the order of the classes.
[[nodiscard]] std::vector<std::string> tiersOf(const Scenario& scenario);
[[nodiscard]] double shortestService(const Scenario& scenario); ///< of the means
/// Of all that the author wrote.
[[nodiscard]] double longestTime(const Scenario& scenario);
/// How many come by then.
[[nodiscard]] double expectedOf(const std::vector<Piece>& rate, double until);
/// Requires `minutes`.
[[nodiscard]] double expectedArrivals(const Scenario& scenario);

/// Milliseconds in one unit of the scenario's time: a power of ten.
[[nodiscard]] double millisPerUnit(const Scenario& scenario);

/// Who may serve whom: class i as service i and tier i, so that the live rules read it. The policy
/// is in the head starts where it can be.
[[nodiscard]] outlet::Floor floorOf(const Scenario& scenario);

} // namespace usher::simulate
