// Days made for usher-rehearse: read back without a problem, the same for the same seed, and shaped
// as a bank's.
#include "broker/sim/day.h"

#include "broker/setup/read.h"

#include <gtest/gtest.h>

#include <map>

namespace usher::sim {
namespace {

using rehearse::Day;

const std::filesystem::path assets = std::filesystem::path{USHER_SOURCE_DIR} / "assets";

protocol::Setup outlet(const char* name) {
    return std::get<protocol::Setup>(setup::read(assets / "outlets" / name));
}

Day dayOf(const protocol::Setup& setup, const DayWish& wish) {
    return makeDay(setup, std::get<0>(rehearse::readStaff(assets / "demo" / "staff.csv")),
                   std::get<0>(rehearse::readCards(assets / "demo" / "cards.csv")), wish);
}

Day withPeople(Day day) {
    day.staff = "../demo/staff.csv";
    day.cards = "../demo/cards.csv";
    return day;
}

TEST(MadeDay, IsAcceptedByTheReaderOfDaysWhateverTheOutletAndTheSeed) {
    for (const char* name : {"galaxy.toml", "corner.toml"}) {
        const protocol::Setup setup = outlet(name);
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            const Day day = withPeople(dayOf(setup, {seed, {}, 0.9, {}}));
            const std::string text = toText(day, "made");
            const auto reading = rehearse::readDayText(text, assets / "days" / "made.csv", &setup);
            const auto* problems = std::get_if<std::vector<setup::Problem>>(&reading);
            ASSERT_EQ(problems, nullptr) << name << ' ' << setup::toText(problems->front());
            const Day& again = std::get<Day>(reading);
            EXPECT_EQ(again.customers.size(), day.customers.size());
            EXPECT_EQ(again.tellers.size(), day.tellers.size());
            EXPECT_GT(day.customers.size(), 10U);
        }
    }
}

TEST(MadeDay, IsTheSameForTheSameSeedAndAnotherForAnother) {
    const protocol::Setup setup = outlet("galaxy.toml");
    const auto text = [&](std::uint64_t seed) {
        return toText(dayOf(setup, {seed, 500, 0, {}}), "made");
    };
    EXPECT_EQ(text(7), text(7));
    EXPECT_NE(text(7), text(8));
}

TEST(MadeDay, IsShapedAsABanks) {
    const protocol::Setup setup = outlet("galaxy.toml");
    double customers = 0;
    double squares = 0;
    std::map<int, double> halfHours;
    std::map<std::string, double> kinds;
    constexpr int days = 300;
    for (std::uint64_t seed = 1; seed <= days; ++seed) {
        const Day day = dayOf(setup, {seed, 560, 0, {}});
        const auto count = static_cast<double>(day.customers.size());
        customers += count;
        squares += count * count;
        for (const rehearse::Customer& one : day.customers) {
            ++halfHours[static_cast<int>(one.arrives.count() / 1800)];
            kinds[one.assisted ? "assisted" : one.card > 0 ? "card" : "none"] += 1;
            kinds["absent"] += one.noShow ? 1 : 0;
        }
    }
    const double mean = customers / days;
    EXPECT_NEAR(mean, 560, 560 * 0.15 / std::sqrt(days) * 4);
    // More than a Poisson stream's: days differ.
    EXPECT_GT(squares / days - mean * mean, 5 * mean);
    EXPECT_EQ(halfHours.size(), 17U);
    EXPECT_NEAR(halfHours[20] / customers, 0.0693, 0.004); // 10:00, the peak
    EXPECT_NEAR(halfHours[25] / customers, 0.0515, 0.004); // 12:30, the trough
    EXPECT_NEAR(kinds["assisted"] / customers, 0.08, 0.005);
    EXPECT_NEAR(kinds["card"] / customers, 0.22, 0.005);
    EXPECT_NEAR(kinds["absent"] / customers, 0.04, 0.003);
}

TEST(MadeDay, ALoadIsTheShareOfTheTellersTime) {
    const protocol::Setup setup = outlet("galaxy.toml");
    double work = 0;
    double capacity = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const Day day = dayOf(setup, {seed, {}, 0.7, {}});
        for (const rehearse::Customer& one : day.customers)
            work += static_cast<double>(one.serviceTime.count()) + 17;
        for (const rehearse::Teller& one : day.tellers) {
            capacity += 8.5 * 3600;
            for (const rehearse::Break& pause : one.breaks)
                capacity -= static_cast<double>((pause.to - pause.from).count());
        }
    }
    EXPECT_NEAR(work / capacity, 0.7, 0.03);
}

TEST(MadeDay, OnlyCountersThatAreOpenHaveATeller) {
    const protocol::Setup setup = outlet("galaxy.toml");
    const Day day = dayOf(setup, {1,
                                  100,
                                  0,
                                  {protocol::named<protocol::CounterId>("low-1"),
                                   protocol::named<protocol::CounterId>("cash-1")}});
    ASSERT_EQ(day.tellers.size(), 2U);
    EXPECT_EQ(day.tellers[0].counter.view(), "low-1");
    EXPECT_EQ(day.tellers[0].staff.view(), "1001");
}

} // namespace
} // namespace usher::sim
