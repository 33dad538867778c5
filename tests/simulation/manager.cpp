// The lobby manager: sends people elsewhere, moves them forward, closes counters, says what the
// machines are up to, books, and changes what counters take.
#include "tests/simulation/actor.h"

namespace usher::world {

using namespace protocol;

namespace {

class Manager : public Watcher {
public:
    Manager(const Setting& setting, std::size_t index)
        : Watcher{setting, index}, who_{setting.branch.staff.front()} {}

    void act() override {
        if (outlet().sessionAt(line_.device().id) == nullptr || mistake(50))
            return signOn(mistake(4));
        if (!picture_.whole())
            nature_.count("acted on an old picture");
        switch (dice_.below(4)) {
        case 0:
            return aboutCounter();
        case 1:
            return ahead();
        default:
            return aboutTicket();
        }
    }

private:
    void signOn(bool wrong) {
        // Who forgot it tries again and again.
        const std::string pin = wrong ? "wrong" : who_.pin;
        for (std::size_t tries = wrong ? 6 : 1; tries > 0; --tries)
            line_.ask(SignOn{who_.id, Secret{pin}, {}}, {});
    }

    /// The version on the screen, or no matter which, or one from long ago.
    [[nodiscard]] Sequence seen(Sequence version) {
        return mistake(6) ? 1 : dice_.oneIn(2) ? version : 0;
    }

    void aboutTicket() {
        const TicketId id = someTicket();
        const Ticket* ticket = outlet().find(id);
        const Sequence version = seen(ticket != nullptr ? ticket->version : 0);
        switch (dice_.below(10)) {
        case 0:
            return tap(Promote{id, mistake(4) ? "" : "unwell", version});
        case 1:
        case 2:
            return tap(Redirect{id, somePlace(), {}, version});
        case 3:
            return tap(ResumeTicket{id, version});
        case 4:
            return tap(CancelTicket{id, std::string(mistake(4) ? 300 : 4, 'x')});
        case 5:
            return tap(Undo{});
        case 6:
            return tap(Finish{id});
        case 7:
            return tap(TakeTicket{dice_.pick(setup().services).id, {}, dice_.oneIn(2)});
        default: // whoever is away comes back
            if (ticket != nullptr &&
                (ticket->phase == Phase::Held || ticket->phase == Phase::NoShow))
                tap(ResumeTicket{id, version});
        }
    }

    void aboutCounter() {
        const Counter& counter = dice_.pick(setup().counters);
        const CounterState* desk = outlet().find(counter.id);
        const Sequence version = seen(desk != nullptr ? desk->version : 0);
        const bool machine = setup().find(counter.zone)->selfService;
        if (machine && dice_.oneIn(2))
            return tap(ReportMachine{counter.id, static_cast<MachineState>(dice_.below(5)), {}});
        if (mistake(6)) {
            nature_.count("mistake: closes every counter");
            for (const Counter& one : setup().counters)
                line_.ask(CloseCounter{one.id, "all go home", 0}, {});
            return;
        }
        switch (dice_.below(6)) {
        case 0:
            return tap(CloseCounter{counter.id, "not needed", version});
        case 1:
        case 2:
            return tap(OpenCounter{counter.id, version});
        case 3:
            return tap(EndOverride{counter.id, version});
        default: // whatever another counter takes, for a while
            return tap(OverrideProfile{counter.id, dice_.pick(setup().counters).takes,
                                       static_cast<std::uint32_t>(1 + dice_.below(30)), "busy",
                                       version});
        }
    }

    void ahead() {
        const auto reference = named<AppointmentId>("ref-" + std::to_string(dice_.below(6)));
        if (dice_.oneIn(6))
            return tap(CancelAppointment{reference});
        const Moment now = setting_.branch.wall.at(nature_.time.now());
        std::optional<TierId> tier;
        if (dice_.oneIn(2))
            tier = dice_.pick(setup().tiers).id;
        tap(BookAppointment{reference, now + dice_.between(-60'000, 3'600'000),
                            dice_.pick(setup().services).id, tier});
    }

    const Member& who_;
};

} // namespace

std::unique_ptr<Actor> makeManager(const Setting& setting, std::size_t index) {
    return std::make_unique<Manager>(setting, index);
}

} // namespace usher::world
