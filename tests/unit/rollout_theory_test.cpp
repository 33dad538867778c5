// The rollout in M/M/s, where theory knows how good a forecast can be: the relative error of
// whoever waits is at least sqrt(1 - rho), head of line errs twice as much squared, last to enter
// service 2 + 2 rho (1 - rho) times.
#include "broker/forecast/chance.h"
#include "broker/forecast/roll.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace usher::forecast {
namespace {

using namespace protocol;
using outlet::Index;
using outlet::Kind;
using outlet::Standing;

constexpr double service = 180'000; ///< ms
constexpr std::uint32_t counters = 3;
constexpr double load = 0.9;
constexpr std::uint32_t customers = 2'000'000;
constexpr std::uint32_t every = 150; ///< one waiting customer in so many is rolled for
constexpr std::size_t futures = 50;

outlet::Floor threeAlike() {
    Setup setup;
    setup.zones = {{named<ZoneId>("hall"), {}, false}};
    setup.services = {{named<ServiceId>("cash"), {}, {}, {}, Millis{180'000}, true, false}};
    setup.tiers = {{named<TierId>("ordinary"), {}, {}, {}, {}}};
    for (std::uint32_t i = 1; i <= counters; ++i)
        setup.counters.push_back({named<CounterId>(std::to_string(i)), i, {}, {}, {{{}, {}, {}}}});
    return outlet::Floor{setup};
}

Millis exponential(Chance& chance) {
    return Millis{std::llround(chance.exponential(service))};
}

/// Nobody comes any more; what is left of a service is exponential again.
struct Onward {
    Chance chance{};
    std::optional<Moment> called;
    std::uint32_t whose{};

    static std::optional<Newcomer> arrival() { return std::nullopt; }
    Moment call(const rules::Candidate& one, Index, Moment now) {
        if (one.standing.ticket.value == whose)
            called = now;
        return now + exponential(chance);
    }
    static void left(const Kind&, const Standing&, Moment) {}
    static void met(std::size_t, Moment) {}
    [[nodiscard]] bool enough() const { return called.has_value(); }
};

/// Mean square errors of those who waited, in milliseconds squared.
struct Errors {
    double waited{};
    double count{};
    double ql{};
    double hol{};
    double les{};
    double rolled{};
    double rolledQl{}; ///< of those who were rolled for
    double rolledCount{};
};

class Hall {
public:
    explicit Hall(const outlet::Floor& floor) : floor_{floor}, onward_{}, roll_{floor, onward_} {}

    void watch(const outlet::Line& line) { line_ = &line; }

    std::optional<Newcomer> arrival() {
        if (come_ == customers)
            return std::nullopt;
        at_ += chance_.exponential(service / (load * counters));
        const Moment now{std::llround(at_)};
        return Newcomer{{}, {now, now, {++come_}}};
    }
    Moment call(const rules::Candidate& one, Index, Moment now) {
        const auto waited = static_cast<double>((now - one.standing.arrival).count());
        if (const auto said = said_.find(one.standing.ticket); said != said_.end()) {
            note(said->second, waited);
            said_.erase(said);
        }
        last_ = waited;
        return now + exponential(chance_);
    }
    void came(const Newcomer& one, Moment now) {
        if (!line_->holds(one.kind, one.standing) || come_ < customers / 50)
            return;
        const outlet::Row& row = line_->rows().front();
        Said said{static_cast<double>(row.size()) * service / counters,
                  static_cast<double>((now - row.begin()->arrival).count()), last_, std::nullopt};
        if (++waiting_ % every == 0)
            said.rolled = roll(one, now);
        said_.emplace(one.standing.ticket, said);
    }
    static void left(const Kind&, const Standing&, Moment) {}
    static void met(std::size_t, Moment) {}
    static bool enough() { return false; }

    Errors errors;

private:
    struct Said {
        double ql{};
        double hol{};
        double les{};
        std::optional<double> rolled;
    };

    double roll(const Newcomer& one, Moment now) {
        double sum = 0;
        for (std::size_t i = 0; i < futures; ++i) {
            onward_ = {Chance{1, one.standing.ticket.value, i}, {}, one.standing.ticket.value};
            roll_.begin(*line_);
            for (Index counter = 0; counter < counters; ++counter)
                roll_.busy(counter, now + exponential(onward_.chance));
            roll_.run(now);
            sum += static_cast<double>((*onward_.called - now).count());
        }
        return sum / futures;
    }

    void note(const Said& said, double waited) {
        const auto square = [&](double guess) { return (guess - waited) * (guess - waited); };
        errors.count += 1;
        errors.waited += waited;
        errors.ql += square(said.ql);
        errors.hol += square(said.hol);
        errors.les += square(said.les);
        if (said.rolled) {
            errors.rolledCount += 1;
            errors.rolled += square(*said.rolled);
            errors.rolledQl += square(said.ql);
        }
    }

    const outlet::Floor& floor_;
    Onward onward_;
    Roll<Onward> roll_;
    const outlet::Line* line_ = nullptr;
    Chance chance_{2026};
    double at_{};
    double last_{};
    std::uint32_t come_{};
    std::uint32_t waiting_{};
    std::map<TicketId, Said> said_;
};

TEST(RolloutInTheory, IsAsGoodAsAnyForecastOfAnMMsQueueCanBe) {
    const outlet::Floor floor = threeAlike();
    Hall hall{floor};
    Roll roll{floor, hall};
    hall.watch(roll.line());
    for (Index counter = 0; counter < counters; ++counter)
        roll.idle(counter, {});
    roll.run({});

    const Errors& e = hall.errors;
    EXPECT_GT(e.rolledCount, 5000);
    const double floorOfAll = std::sqrt(1 - load);
    EXPECT_NEAR(std::sqrt(e.ql / e.count) / (e.waited / e.count), floorOfAll, 0.02 * floorOfAll);
    EXPECT_NEAR(e.hol / e.ql, 2.0, 0.04);
    EXPECT_NEAR(e.les / e.ql, 2 + 2 * load * (1 - load), 0.04);
    const double noise = 1 + 1.0 / futures;
    EXPECT_NEAR(std::sqrt(e.rolled / e.rolledQl / noise), 1, 0.02)
        << "the rollout's own error against that of the conditional mean";
    EXPECT_NEAR(std::sqrt(e.rolled / e.rolledCount / noise) / (e.waited / e.count), floorOfAll,
                0.03 * floorOfAll);
}

} // namespace
} // namespace usher::forecast
