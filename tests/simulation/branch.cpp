#include "tests/simulation/branch.h"

#include <algorithm>

namespace usher::world {

using namespace protocol;

namespace {

constexpr Millis minute{60'000};

const ZoneId hall = named<ZoneId>("hall");
const ZoneId lounge = named<ZoneId>("lounge");
const ZoneId machines = named<ZoneId>("machines");
const TierId plain = named<TierId>("tier-plain");
const TierId gold = named<TierId>("tier-gold");

/// Where the clocks change in 2026: at 01:00 UTC on 29 March and on 25 October.
TimeZone middleEurope() {
    return {"Europe/Berlin",
            {{{0}, 3600}, {{1'774'746'000'000}, 7200}, {{1'792'890'000'000}, 3600}}};
}

/// The hour at which the bad day begins: in the morning, or in time for a night with something to
/// it.
Moment beginning(Dice& dice, Setup& setup) {
    setup.timeZone = {"Asia/Shanghai", {{{0}, 8 * 3600}}};
    setup.week.fill(OpenHours{8 * 60 + 30, 17 * 60});
    switch (dice.below(5)) {
    case 0: // until people are sent home
        return setup.timeZone.at({20261123}, 15 * 60 + 50);
    case 1:
        setup.week.fill(OpenHours{0, 1440});
        return setup.timeZone.at({20261231}, 22 * 60 + 30);
    case 2:
        setup.timeZone = middleEurope();
        setup.week.fill(OpenHours{0, 1440});
        return setup.timeZone.at({20260328}, 23 * 60);
    case 3:
        setup.timeZone = middleEurope();
        setup.week.fill(OpenHours{0, 1440});
        return setup.timeZone.at({20261024}, 23 * 60 + 30);
    default:
        return setup.timeZone.at({20261123}, 8 * 60 + 20);
    }
}

void furnish(Dice& dice, Setup& setup) {
    setup.id = named<OutletId>("world");
    setup.name = {"世界支行", "World Branch"};
    setup.zones = {{hall, {"大厅", "Hall"}, false},
                   {lounge, {"雅座", "Lounge"}, false},
                   {machines, {"自助区", "Machines"}, true}};
    setup.tiers = {{plain, {"普通", "Tier-Plain"}, Millis{0}, minute * 20, {}},
                   {gold, {"金卡", "Tier-Gold"}, minute * dice.between(2, 12).count(), {}, {}},
                   {named<TierId>("tier-best"),
                    {"白金", "Tier-Best"},
                    minute * dice.between(5, 20).count(),
                    {},
                    lounge},
                   {assistedTier, {"特需", "Tier-Assisted"}, minute * 15, {}, {}}};
    const auto last = static_cast<std::uint32_t>(dice.oneIn(4) ? 12 : 999);
    setup.series = {{"A", 1, last, {plain, assistedTier}},
                    {"B", 1, 999, {gold}},
                    {"C", 1, 999, {named<TierId>("tier-best")}}};
    const Millis typical = minute * dice.between(2, 8).count();
    setup.services = {{named<ServiceId>("cash"), {"现金", "Cash"}, {}, hall, typical, true},
                      {named<ServiceId>("account"), {"账户", "Accounts"}, {}, hall, typical * 2},
                      {named<ServiceId>("loans"), {"贷款", "Loans"}, {}, hall, typical * 3}};
    setup.services.back().headStart = minute * dice.between(0, 6).count();
}

void seat(Dice& dice, Setup& setup, Branch& branch) {
    const std::size_t windows = 2 + dice.below(3);
    for (std::size_t i = 0; i < windows + 1; ++i) {
        const bool own = i == windows; // the last one, in the lounge
        const auto number = static_cast<std::uint32_t>(i + 1);
        const auto id = named<CounterId>("window-" + std::to_string(number));
        Counter counter{id, number, {"窗口", "Window"}, own ? lounge : hall, {}};
        const Millis after = minute * dice.between(1, 4).count();
        if (own)
            counter.takes = {Takes{{}, {named<TierId>("tier-best")}, {}}, Takes{{}, {}, after}};
        else if (i == 0 || dice.oneIn(2))
            counter.takes = {Takes{}};
        else
            counter.takes = {Takes{{setup.services[i % 3].id}, {}, {}}, Takes{{}, {}, after}};
        setup.counters.push_back(counter);
        branch.staff.push_back({named<StaffId>("staff-" + std::to_string(number)),
                                "Person-" + std::to_string(number),
                                "pin-secret-" + std::to_string(number), StaffRole::Teller});
        branch.devices.push_back(
            {named<DeviceId>("device-desk-" + std::to_string(number)), Role::Counter, id});
    }
    for (std::uint32_t i = 0; i < 1 + dice.below(2); ++i)
        setup.counters.push_back({named<CounterId>("machine-" + std::to_string(i + 1)),
                                  20 + i,
                                  {"机器", "Machine"},
                                  machines,
                                  {Takes{{setup.services[0].id, setup.services[1].id}, {}, {}}}});
}

void agree(Dice& dice, Setup& setup) {
    Policy& policy = setup.policy;
    policy.closing = dice.oneIn(2) ? Closing::Clear : Closing::CarryOver;
    policy.recallsBeforeNoShow = static_cast<std::uint32_t>(dice.below(3));
    policy.waitingMax = dice.oneIn(5) ? 6 : 200;
    policy.kioskMinute = dice.oneIn(3) ? 2 : 20;
    policy.appointment = minute * dice.between(0, 15).count();
    policy.returning = minute * dice.between(0, 10).count();
    policy.machineDone = minute * dice.between(0, 12).count();
    policy.guard = minute * dice.between(0, 5).count();
    policy.degradedBelow = static_cast<std::uint32_t>(dice.below(4));
    policy.degradedSettle = minute * dice.between(0, 3).count();
    policy.promote = minute * dice.between(10, 30).count();
    // A night's band, and one that comes and goes while we watch.
    for (int i = 0; i < 2; ++i) {
        const int from = i == 0 ? 60 : static_cast<int>(dice.below(1380));
        Band band{named<BandId>("band-" + std::to_string(i)), {}, {}, {}, from, from + 45, {}};
        band.counters.push_back({setup.counters[1].id, {Takes{}}});
        if (dice.oneIn(2))
            setup.bands.push_back(band);
    }
}

void people(Dice& dice, Branch& branch) {
    const Setup& setup = branch.setup;
    for (std::size_t i = 0; i < 8; ++i) {
        std::optional<TierId> tier;
        if (i > 1)
            tier = setup.tiers[1 + dice.below(2)].id;
        branch.cards.push_back({"62170098765432" + std::to_string(10 + i), tier});
    }
    branch.staff.insert(branch.staff.begin(), {named<StaffId>("staff-lobby"), "Person-Lobby",
                                               "pin-secret-lobby", StaffRole::LobbyManager});
    branch.devices.push_back({named<DeviceId>("device-lobby"), Role::Lobby, {}});
    branch.devices.push_back({named<DeviceId>("device-hall"), Role::Hall, {}});
    const std::size_t kiosks = 1 + dice.below(2);
    for (std::size_t i = 0; i < kiosks; ++i)
        branch.devices.push_back(
            {named<DeviceId>("device-kiosk-" + std::to_string(i + 1)), Role::Kiosk, {}});
}

/// Somebody edited the file: another counter is gone, another head start, a service is dropped.
Setup edited(Dice& dice, Setup setup) {
    if (dice.oneIn(2) && setup.counters.size() > 3)
        setup.counters.erase(setup.counters.begin() + 1);
    setup.bands.clear();
    if (dice.oneIn(2))
        setup.policy.closing =
            setup.policy.closing == Closing::Clear ? Closing::CarryOver : Closing::Clear;
    setup.services.back().headStart = minute * dice.between(0, 6).count();
    if (dice.oneIn(3)) {
        const ServiceId gone = setup.services.back().id;
        setup.services.pop_back();
        for (Counter& counter : setup.counters)
            std::erase_if(counter.takes,
                          [&](const Takes& takes) { return takes.services == std::vector{gone}; });
    }
    return setup;
}

} // namespace

Branch makeBranch(Dice dice) {
    Branch branch;
    Setup& setup = branch.setup;
    branch.wall.start = beginning(dice, setup);
    branch.wall.speed = std::vector<double>{1, 20, 60, 90}[dice.below(4)];
    furnish(dice, setup);
    seat(dice, setup, branch);
    agree(dice, setup);
    people(dice, branch);
    branch.other = edited(dice, setup);
    return branch;
}

} // namespace usher::world
