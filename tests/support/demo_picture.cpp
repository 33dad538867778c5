// Draws the pictures the demo screens show: the busy day at the galaxy outlet, stopped at 10:42.
//
// demo_picture OUTLET.toml DAY.csv DIR writes DIR/snapshot.json, board.json and beat.json. The
// production rules play the day, without a broker: customers come, tellers call, nobody is told
// anything.
#include "broker/engine/questions.h"
#include "broker/engine/simple_outlook.h"
#include "broker/forecast/simple.h"
#include "broker/outlook/seer.h"
#include "broker/rehearse/day.h"
#include "broker/rehearse/demo.h"
#include "broker/rules/decide.h"
#include "broker/rules/follow.h"
#include "broker/setup/read.h"
#include "broker/wire/codec.h"

#include <fstream>
#include <iostream>
#include <map>

namespace {

using namespace usher;
using namespace usher::protocol;

/// What was foreseen once, for everybody and for a newcomer.
class Seen : public engine::SimpleOutlook {
public:
    Seen(const outlet::Outlet& outlet, Moment now)
        : sight_{outlook::Seer{outlet}.look(now, 400, [] { return false; })} {}

    [[nodiscard]] Range newcomer(const outlet::Outlet& outlet, const ServiceId& service,
                                 const TierId& tier, const std::vector<Claim>&,
                                 Moment) const override {
        const outlet::Floor& floor = outlet.floor();
        return sight_.newcomers[floor.of(service) * outlet.setup().tiers.size() + floor.of(tier)];
    }
    [[nodiscard]] const std::vector<TicketWait>& waits() const override { return sight_.waits; }

private:
    outlook::Sight sight_;
};

class Stage {
public:
    explicit Stage(Setup setup) { did({}, AdoptSetup{std::move(setup)}); }

    void at(Moment moment) {
        now_ = moment;
        settle();
    }
    bool did(const DeviceId& by, const Command& command, Role role = Role::Administrator) {
        const rules::Context context{
            by,
            role,
            {0, ++commands_},
            [&](const auto& service, const auto& tier, const auto& claims) {
                return forecast::simpleWait(outlet_, service, tier, claims, now_);
            }};
        auto decision = rules::decide(outlet_, context, command, now_);
        auto* outcome = std::get_if<rules::Outcome>(&decision);
        if (outcome == nullptr)
            return false;
        take(by, std::move(outcome->events));
        settle();
        return true;
    }
    [[nodiscard]] const outlet::Outlet& outlet() const { return outlet_; }
    [[nodiscard]] std::string lastToken() const { return toHex({0, commands_}); }

private:
    void take(const DeviceId& by, std::vector<Event> events) {
        for (Event& event : events)
            outlet_.evolve({outlet_.sequence() + 1, now_, by, {}, {}, "", std::move(event)});
    }
    void settle() {
        for (auto events = rules::follow(outlet_, now_); !events.empty();
             events = rules::follow(outlet_, now_))
            take({}, std::move(events));
    }

    outlet::Outlet outlet_;
    Moment now_;
    std::uint64_t commands_ = 0;
};

struct Seat {
    const rehearse::Teller* teller;
    DeviceId device;
    std::optional<TicketId> ticket;
    Moment until;
};

void serve(Stage& stage, Seat& desk, const std::map<TicketId, Millis>& lengths, Moment now) {
    const CounterState& state = *stage.outlet().find(desk.teller->counter);
    if (state.ticket && state.ticket != desk.ticket) {
        desk.ticket = state.ticket;
        stage.did(desk.device, Start{*desk.ticket}, Role::Counter);
        desk.until = now + lengths.at(*desk.ticket);
    }
    if (desk.ticket && now >= desk.until) {
        stage.did(desk.device, Finish{*desk.ticket}, Role::Counter);
        desk.ticket.reset();
        stage.did(desk.device, CallNext{}, Role::Counter);
    }
}

void incidents(Stage& stage) {
    const auto by = named<DeviceId>("L1");
    stage.did(by, ReportMachine{named<CounterId>("terminal-2"), MachineState::OutOfPaper, {}});
    for (const auto& [id, ticket] : stage.outlet().tickets())
        if (ticket.phase == Phase::Waiting) {
            stage.did(by, Promote{id, "elderly", 0});
            break;
        }
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 4)
        return 2;
    auto setup = setup::read(argv[1]);
    if (!std::holds_alternative<Setup>(setup))
        return 2;
    const Setup galaxy = std::get<Setup>(setup);
    auto reading = rehearse::readDay(argv[2], &galaxy);
    if (!std::holds_alternative<rehearse::Day>(reading))
        return 2;
    const auto& day = std::get<rehearse::Day>(reading);
    auto people = rehearse::readStaff(day.staff);
    if (!std::holds_alternative<std::vector<rehearse::StaffMember>>(people))
        return 2;
    std::map<StaffId, std::string> names;
    for (const auto& one : std::get<std::vector<rehearse::StaffMember>>(people))
        names[one.id] = one.name;

    Stage stage{galaxy};
    const Moment midnight = galaxy.timeZone.at({20261123}, 0);
    std::vector<Seat> desks;
    std::map<TicketId, Millis> lengths;
    std::size_t next = 0;
    for (Moment now = midnight + std::chrono::hours{8}; now < midnight + std::chrono::minutes{642};
         now = now + Millis{1000}) {
        stage.at(now);
        for (const rehearse::Teller& teller : day.tellers)
            if (midnight + teller.on == now) {
                const auto device = named<DeviceId>("W" + std::to_string(desks.size() + 1));
                desks.push_back({&teller, device, {}, {}});
                stage.did(device,
                          PinChecked{teller.staff, teller.counter, true, names[teller.staff],
                                     StaffRole::Teller},
                          Role::Counter);
                stage.did(device, CallNext{}, Role::Counter);
            }
        for (; next < day.customers.size() && midnight + day.customers[next].arrives <= now;
             ++next) {
            const rehearse::Customer& customer = day.customers[next];
            std::string token;
            if (customer.card != 0) {
                const TierId tier = galaxy.tiers[customer.card % 3 == 0 ? 2 : 1].id;
                stage.did(named<DeviceId>("K1"), CardLookedUp{tier, "3002"}, Role::Kiosk);
                token = stage.lastToken();
            }
            const TicketId id = stage.outlet().nextTicket();
            if (stage.did(named<DeviceId>("K1"),
                          TakeTicket{customer.service, token, customer.assisted, Paper::Shown}))
                lengths[id] = customer.serviceTime * 8 / 5; // a slow day, so that people wait
        }
        for (Seat& desk : desks)
            serve(stage, desk, lengths, now);
    }
    incidents(stage);

    const std::string dir = argv[3];
    std::ofstream{dir + "/snapshot.json"} << wire::encode(stage.outlet().snapshot()) << '\n';
    const Seen outlook{stage.outlet(), stage.outlet().at()};
    Board board = engine::board(stage.outlet(), outlook, stage.outlet().at());
    board.epoch = 1;
    std::ofstream{dir + "/board.json"} << wire::encode(board) << '\n';
    Beat beat;
    beat.epoch = 1;
    beat.sequence = stage.outlet().sequence();
    beat.now = stage.outlet().at();
    beat.zones = engine::zones(stage.outlet(), outlook, stage.outlet().at());
    beat.waits = outlook.waits();
    std::ofstream{dir + "/beat.json"} << wire::encode(beat) << '\n';
    std::cout << stage.outlet().line().size() << " waiting\n";
    return 0;
}
