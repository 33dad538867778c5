#include "tests/support/random_day.h"

namespace usher::stage {

using namespace protocol;

namespace {

const Who lobby{named<DeviceId>("lobby"), Role::Lobby};
const Who kiosk{named<DeviceId>("kiosk"), Role::Kiosk};

template <class Id>
Id id(char letter, std::size_t number) {
    return named<Id>(letter + std::to_string(number));
}

/// Numbers one after the other; zero when there are no more.
class Numbers {
public:
    explicit Numbers(const std::vector<std::uint8_t>& all) : all_{all} {}
    std::size_t upTo(std::size_t most) { return at_ < all_.size() ? all_[at_++] % (most + 1) : 0; }

private:
    const std::vector<std::uint8_t>& all_;
    std::size_t at_ = 0;
};

Counter randomCounter(Numbers& numbers, std::size_t index, const Setup& setup) {
    Counter counter{id<CounterId>('c', index), static_cast<std::uint32_t>(index) + 1, {}, {}, {}};
    counter.zone = setup.zones[numbers.upTo(setup.zones.size() - 1)].id;
    for (std::size_t i = 0; i <= numbers.upTo(2); ++i) {
        Takes takes;
        if (const std::size_t service = numbers.upTo(setup.services.size()); service > 0)
            takes.services.push_back(setup.services[service - 1].id);
        if (const std::size_t tier = numbers.upTo(setup.tiers.size()); tier > 0)
            takes.tiers.push_back(setup.tiers[tier - 1].id);
        takes.after = Millis{60'000} * numbers.upTo(1) * numbers.upTo(7);
        counter.takes.push_back(takes);
    }
    return counter;
}

Setup randomFloor(Numbers& numbers) {
    Setup setup = emptySetup();
    const std::size_t zones = 1 + numbers.upTo(2);
    for (std::size_t i = 0; i < zones; ++i)
        setup.zones.push_back({id<ZoneId>('z', i), {}, i > 0 && numbers.upTo(3) == 1});
    const std::size_t tiers = 1 + numbers.upTo(3);
    for (std::size_t i = 0; i < tiers; ++i) {
        const Millis headStart = Millis{60'000} * numbers.upTo(5) * numbers.upTo(3);
        setup.tiers.push_back({id<TierId>('t', i), {}, headStart, {}, {}});
        if (numbers.upTo(2) == 1)
            setup.tiers.back().zone = setup.zones[numbers.upTo(zones - 1)].id;
        setup.series.push_back({std::string(1, static_cast<char>('A' + i)),
                                1,
                                static_cast<std::uint32_t>(999 - 900 * numbers.upTo(1)),
                                {id<TierId>('t', i)}});
    }
    const std::size_t services = 1 + numbers.upTo(2);
    for (std::size_t i = 0; i < services; ++i) {
        setup.services.push_back({id<ServiceId>('s', i), {}, {}, {}, Millis{300'000}});
        setup.services.back().zone = setup.zones[numbers.upTo(zones - 1)].id;
    }
    const std::size_t counters = 1 + numbers.upTo(4);
    for (std::size_t i = 0; i < counters; ++i)
        setup.counters.push_back(randomCounter(numbers, i, setup));
    setup.policy.closing = numbers.upTo(1) == 0 ? Closing::Clear : Closing::CarryOver;
    setup.policy.recallsBeforeNoShow = static_cast<std::uint32_t>(numbers.upTo(1));
    setup.policy.waitingMax = static_cast<std::uint32_t>(8 + 100 * numbers.upTo(1));
    return setup;
}

/// The finer points: who counts for what, who is kept free, what changes by the hour.
void refine(Numbers& numbers, Setup& setup) {
    const Millis minute{60'000};
    Policy& policy = setup.policy;
    policy.appointment = minute * numbers.upTo(12);
    policy.returning = minute * numbers.upTo(8);
    policy.appointmentEarly = minute * numbers.upTo(30);
    policy.appointmentLate = minute * numbers.upTo(10);
    policy.machineDone = minute * 5 * numbers.upTo(3);
    policy.guard = minute * numbers.upTo(6);
    policy.degradedBelow = static_cast<std::uint32_t>(numbers.upTo(3));
    policy.degradedSettle = minute * numbers.upTo(3);
    for (Service& service : setup.services) {
        service.cash = numbers.upTo(1) == 1;
        service.headStart = minute * numbers.upTo(4) * numbers.upTo(1);
    }
    const std::size_t bands = numbers.upTo(2);
    for (std::size_t i = 0; i < bands; ++i) {
        Band band{id<BandId>('b', i), {}, {}, {}, 0, 0, {}};
        band.from = static_cast<int>(20 * 60 + 10 * numbers.upTo(20));
        band.to = std::min(1440, band.from + 5 + static_cast<int>(10 * numbers.upTo(12)));
        const std::size_t which = numbers.upTo(setup.counters.size() - 1);
        band.counters.push_back(
            {setup.counters[which].id, randomCounter(numbers, which, setup).takes});
        setup.bands.push_back(band);
    }
}

} // namespace

Setup randomSetup(const std::vector<std::uint8_t>& all) {
    Numbers numbers{all};
    Setup setup = randomFloor(numbers);
    refine(numbers, setup);
    return setup;
}

RandomDay::RandomDay(Setup first, std::optional<Setup> second)
    : stage{monday(21)}, setups_{first, second.value_or(first)}, changes_{second.has_value()} {
    stage.adopt(std::move(first));
    (void)stage.signOn(lobby, "manager", StaffRole::LobbyManager, {});
    for (const CounterState& one : std::vector{stage.outlet().counters()})
        (void)stage.signOn(clientOf(one), one.id.view(), StaffRole::Teller, one.id);
}

const CounterState& RandomDay::counter(std::uint8_t which) const {
    return stage.outlet().counters()[which % stage.outlet().counters().size()];
}

Who RandomDay::clientOf(const CounterState& counter) const {
    return {named<DeviceId>("at-" + counter.id.str()), Role::Counter};
}

TicketId RandomDay::ticket(std::uint8_t which) const {
    // Mostly the latest ones: of those something is still to be said.
    const std::uint32_t ever = stage.outlet().nextTicket().value;
    return {ever - std::min(ever, 1U + which % 12U)};
}

Place RandomDay::place(std::uint8_t which) const {
    Place place;
    if (which % 3 == 1)
        place.zone = setup().zones[which / 3 % setup().zones.size()].id;
    if (which % 3 == 2)
        place.counter = setup().counters[which / 3 % setup().counters.size()].id;
    return place;
}

void RandomDay::takeTicket(const Move& move, Paper paper) {
    TakeTicket wish{setup().services[move[1] % setup().services.size()].id, {}, false, paper};
    if (move[2] % 7 == 3)
        wish.machine = counter(move[1]).id;
    if (const auto& book = stage.outlet().appointments(); move[2] % 7 == 5 && !book.empty()) {
        wish.appointment = book[move[1] % book.size()].reference;
        wish.service = {};
    }
    if (const Tier& tier = setup().tiers[move[2] % setup().tiers.size()]; move[2] % 5 != 0) {
        (void)stage.ask(kiosk, CardLookedUp{tier.id, {}});
        wish.recognition = toHex(stage.lastId());
    }
    (void)stage.ask(kiosk, wish);
}

void RandomDay::atCounter(const Move& move) {
    const CounterState& desk = counter(move[1]);
    const Who by = clientOf(desk);
    const TicketId here = desk.ticket.value_or(ticket(move[2]));
    switch (move[0] % 16) {
    case 0:
    case 1:
    case 2:
    case 3:
        return (void)stage.ask(by, CallNext{move[2] % 4 != 0});
    case 4:
    case 5:
    case 6:
        return (void)stage.ask(by, Start{here});
    case 7:
    case 8:
    case 9:
        return (void)stage.ask(by, Finish{here});
    case 10:
        return (void)stage.ask(by, Recall{});
    case 11:
        return (void)stage.ask(by, NoShow{here});
    case 12:
        return (void)stage.ask(by, Hold{here, {}});
    case 13:
        return (void)stage.ask(by, Transfer{here,
                                            setup().services[move[2] % setup().services.size()].id,
                                            place(move[2]),
                                            {}});
    default:
        return (void)stage.ask(by, Undo{});
    }
}

void RandomDay::aboutTicket(const Move& move) {
    const TicketId id = ticket(move[1]);
    switch (move[0] % 8) {
    case 0:
        return (void)stage.ask(lobby, ResumeTicket{id, 0});
    case 1:
    case 2:
        return (void)stage.ask(lobby, Redirect{id, place(move[2]), {}, 0});
    case 3:
        return (void)stage.ask(lobby, Promote{id, "unwell", 0});
    case 4:
        return (void)stage.ask(lobby, CancelTicket{id, {}});
    case 5:
        return (void)stage.ask(lobby, Undo{});
    case 6:
        return (void)stage.ask(lobby, Finish{id});
    default:
        return (void)stage.ask(kiosk, ConfirmTicket{id, static_cast<Paper>(move[2] % 5)});
    }
}

void RandomDay::book(const Move& move) {
    const auto reference = id<AppointmentId>('r', move[1] % 8);
    if (move[2] % 16 == 1)
        return (void)stage.ask(lobby, CancelAppointment{reference});
    const Moment at = stage.now() + Millis{60'000} * (move[2] / 4);
    std::optional<TierId> tier;
    if (move[1] % 4 != 0)
        tier = setup().tiers[move[1] % setup().tiers.size()].id;
    (void)stage.ask(lobby,
                    BookAppointment{reference, at,
                                    setup().services[move[1] % setup().services.size()].id, tier});
}

void RandomDay::override(const Move& move) {
    const CounterId id = counter(move[1]).id;
    if (move[2] % 4 == 0)
        return (void)stage.ask(lobby, EndOverride{id, 0});
    // Whatever another counter takes, taken by this one for a while.
    const auto& takes = setup().counters[move[2] % setup().counters.size()].takes;
    (void)stage.ask(lobby, OverrideProfile{id, takes, 1U + move[2] % 32U, "busy", 0});
}

/// What is decided or known before anybody stands there.
void RandomDay::aheadOfTime(const Move& move) {
    switch (move[0] % 4) {
    case 0:
    case 1:
        return book(move);
    case 2:
        return override(move);
    default: // a card is read, and perhaps nothing comes of it
        return (void)stage.ask(kiosk,
                               CardLookedUp{setup().tiers[move[1] % setup().tiers.size()].id, {}});
    }
}

void RandomDay::aboutCounter(const Move& move) {
    const CounterState desk = counter(move[1]);
    const Who by = clientOf(desk);
    switch (move[0] % 8) {
    case 0:
        return (void)stage.ask(by, PauseCounter{"tea"});
    case 1:
        return (void)stage.ask(by, ResumeCounter{});
    case 2:
        return (void)stage.ask(lobby, CloseCounter{desk.id, {}, 0});
    case 3:
        return (void)stage.ask(lobby, OpenCounter{desk.id, 0});
    case 4:
        return (void)stage.ask(by, SignOff{});
    case 5:
        return (void)stage.signOn(by, "teller", StaffRole::Teller, desk.id, move[2] % 4 != 0);
    case 6:
        return (void)stage.ask(lobby,
                               ReportMachine{desk.id, static_cast<MachineState>(move[2] % 5), {}});
    default:
        if (changes_ && move[2] % 4 == 0)
            stage.adopt(setups_[++adopted_ % 2]);
    }
}

void RandomDay::passTime(const Move& move) {
    const Millis seconds{move[1] * 1000};
    if (move[2] % 64 == 0)
        return stage.jumpTo(stage.now() + seconds * 600);
    stage.advance(move[2] % 4 == 0 ? seconds * 4 : seconds / 2);
}

void RandomDay::make(const Move& move) {
    const Move rest{static_cast<std::uint8_t>(move[0] / 16), move[1], move[2]};
    switch (move[0] % 16) {
    case 0:
    case 1:
    case 2:
    case 3:
        return takeTicket(rest, Paper::Shown);
    case 4:
        return takeTicket(rest, Paper::Pending);
    case 5:
    case 6:
        return aboutTicket(rest);
    case 7:
        return aboutCounter(rest);
    case 8:
    case 9:
        return passTime(rest);
    case 10:
        return aheadOfTime(rest);
    default:
        return atCounter(rest);
    }
}

} // namespace usher::stage
