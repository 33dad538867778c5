#include "tests/simulation/soak.h"

#include "tests/simulation/day.h"
#include "tests/simulation/situations.h"

#include <fmt/format.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace usher::world {

namespace {

using Clock = std::chrono::steady_clock;

std::uint64_t underWay = 0; ///< the seed, for when an assertion ends it all

/// An assertion of ours failed: the seed is all that is needed to have it again.
void onAbort(int) {
    char text[64];
    const int size = std::snprintf(text, sizeof text, "an assertion failed in seed %llu\n",
                                   static_cast<unsigned long long>(underWay));
    if (size > 0 && write(STDERR_FILENO, text, static_cast<std::size_t>(size)) < 0)
        _exit(3);
}

double secondsSince(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

std::string again(std::uint64_t seed, Plant plant) {
    std::string command = fmt::format("usher-world --seed {}", seed);
    for (const Planted& one : allPlants())
        if (one.plant == plant)
            command += fmt::format(" --plant {}", one.name);
    return command;
}

void tell(std::uint64_t seed, Plant plant, const Told& told) {
    fmt::print("\nThe last of seed {}:\n", seed);
    for (const std::string& line : told.last)
        fmt::print("  {}\n", line);
    fmt::print("Seed {} broke \"{}\": {}\nAgain: {}\n", seed, told.fallen->checker,
               told.fallen->what, again(seed, plant));
}

void tellCounts(const Counts& counts) {
    fmt::print("Reached:\n");
    for (const auto& [name, times] : counts)
        fmt::print("{:>10}  {}\n", times, name);
}

class Progress {
public:
    explicit Progress(const Wish& wish) : wish_{wish} {}

    [[nodiscard]] bool timeIsUp() const {
        return wish_.minutes > 0 && secondsSince(begun_) > wish_.minutes * 60;
    }
    void show(std::uint64_t done) {
        if (secondsSince(shown_) < 1)
            return;
        shown_ = Clock::now();
        fmt::print(stderr, "\r{} of {} days, {:.0f} a second ", done, wish_.seeds,
                   static_cast<double>(done) / secondsSince(begun_));
    }
    [[nodiscard]] double seconds() const { return secondsSince(begun_); }

private:
    const Wish& wish_;
    Clock::time_point begun_ = Clock::now();
    Clock::time_point shown_ = Clock::now();
};

/// The day, and if wished a second time: nothing may differ.
Told liveOnceOrTwice(std::uint64_t seed, const Wish& wish) {
    underWay = seed;
    Told told = live(seed, wish.plant);
    if (!wish.twice)
        return told;
    const Told second = live(seed, wish.plant);
    if (second.hash != told.hash || second.lines != told.lines)
        told.fallen = Fallen{"one seed, one day",
                             fmt::format("{:016x} and then {:016x}", told.hash, second.hash)};
    return told;
}

} // namespace

int soak(const Wish& wish) {
    std::signal(SIGABRT, onAbort);
    Progress progress{wish};
    Counts counts;
    std::uint64_t days = 0;
    std::uint64_t records = 0;
    std::uint64_t hash = 0;
    for (; days < wish.seeds && !progress.timeIsUp(); ++days) {
        const std::uint64_t seed = wish.from + days;
        const Told told = liveOnceOrTwice(seed, wish);
        for (const auto& [name, times] : told.counts)
            counts[name] += times;
        records += told.records;
        hash = hash * 31 + told.hash;
        if (told.fallen) {
            tell(seed, wish.plant, told);
            return 1;
        }
        progress.show(days + 1);
    }
    tellCounts(counts);
    const auto missing = neverReached(counts);
    if (wish.coverage)
        for (const std::string& name : missing)
            fmt::print("never reached: {}\n", name);
    fmt::print("{} days from seed {}, {} events, {:.0f} s ({:.1f} days a second), story {:016x}: "
               "no promise broken\n",
               days, wish.from, records, progress.seconds(),
               static_cast<double>(days) / progress.seconds(), hash);
    return wish.coverage && !missing.empty() ? 1 : 0;
}

int soakPlanted(const Wish& wish) {
    std::signal(SIGABRT, onAbort);
    fmt::print("| planted bug | what it does | days until caught | by the checker |\n"
               "|---|---|---|---|\n");
    std::size_t caught = 0;
    for (const Planted& one : allPlants()) {
        std::uint64_t days = 0;
        std::optional<Fallen> fallen;
        while (!fallen && days < wish.seeds) {
            underWay = wish.from + days;
            fallen = live(wish.from + days++, one.plant).fallen;
        }
        caught += fallen ? 1 : 0;
        fmt::print("| `{}` | {} | {} | {} |\n", one.name, one.what,
                   fallen ? std::to_string(days) : "not in " + std::to_string(days),
                   fallen ? fallen->checker : "none");
        std::fflush(stdout);
    }
    fmt::print("{} of {} planted bugs caught\n", caught, allPlants().size());
    return caught == allPlants().size() ? 0 : 1;
}

} // namespace usher::world
