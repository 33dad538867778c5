// The teller at a counter: calls, starts, finishes; and goes for tea, sends people on, presses the
// wrong key, forgets to sign off.
#include "tests/simulation/actor.h"

namespace usher::world {

using namespace protocol;

namespace {

class Teller : public Watcher {
public:
    Teller(const Setting& setting, std::size_t index)
        : Watcher{setting, index}, who_{setting.branch.staff[index + 1]},
          counter_{*setting.branch.devices[index].counter} {}

    void act() override {
        if (mistake(20))
            replay();
        const CounterState* desk = outlet().find(counter_);
        const Session* session = outlet().sessionAt(line_.device().id);
        if (desk == nullptr || session == nullptr || mistake(40))
            return signOn(mistake(5));
        if (mistake(10))
            return slip();
        if (!picture_.whole())
            nature_.count("acted on an old picture");
        work(*desk);
    }

    void tidy() override {
        const CounterState* desk = outlet().find(counter_);
        if (desk == nullptr || outlet().sessionAt(line_.device().id) == nullptr)
            return signOn(false);
        switch (desk->desk) {
        case Desk::Closed:
            return;
        case Desk::Idle:
        case Desk::Standby:
            return line_.ask(CallNext{}, {});
        case Desk::Calling:
            return line_.ask(Start{*desk->ticket}, {});
        case Desk::Serving:
            return line_.ask(Finish{*desk->ticket}, {});
        case Desk::Paused:
            return line_.ask(ResumeCounter{}, {});
        }
    }

private:
    void signOn(bool wrong) {
        const std::string pin = wrong ? "wrong" : who_.pin;
        line_.ask(SignOn{who_.id, Secret{pin}, counter_}, {});
    }

    /// What is not the thing to do now, or not here, or not with this customer.
    void slip() {
        nature_.count("mistake: at the counter");
        const TicketId ticket = someTicket();
        switch (dice_.below(9)) {
        case 0:
            return tap(Start{ticket});
        case 1:
            return tap(Finish{ticket});
        case 2:
            return tap(NoShow{ticket});
        case 3:
            return tap(Hold{ticket, std::string(dice_.oneIn(3) ? 300 : 5, 'x')});
        case 4:
            return tap(CallNext{});
        case 5: // at somebody else's counter
            return line_.ask(SignOn{who_.id, Secret{who_.pin}, dice_.pick(setup().counters).id},
                             {});
        case 6:
            return tap(PauseCounter{});
        case 7:
            return tap(Recall{});
        default:
            return tap(ResumeTicket{ticket, dice_.below(2) == 0 ? 0U : 1U});
        }
    }

    void work(const CounterState& desk) {
        switch (desk.desk) {
        case Desk::Closed:
            return tap(SignOff{});
        case Desk::Paused:
            return tap(ResumeCounter{});
        case Desk::Idle:
            return idle();
        case Desk::Standby:
            if (dice_.oneIn(6))
                tap(PauseCounter{"tea"});
            return;
        case Desk::Calling:
            return calling(*desk.ticket);
        case Desk::Serving:
            return serving(*desk.ticket);
        }
    }

    void idle() {
        switch (dice_.below(16)) {
        case 0:
            return tap(PauseCounter{"tea"});
        case 1:
            return tap(SignOff{});
        case 2:
            return tap(Undo{});
        case 3:
            return tap(CallNext{false});
        default:
            return tap(CallNext{}, [this](const Outcome& outcome) { called(outcome); });
        }
    }

    /// The answer may be quicker than the feed.
    void called(const Outcome& outcome) {
        const auto* answer = std::get_if<Answer>(&outcome);
        const auto* called = answer != nullptr ? std::get_if<Called>(answer) : nullptr;
        if (called != nullptr && dice_.oneIn(2))
            tap(Start{called->ticket});
    }

    void calling(TicketId ticket) {
        switch (dice_.below(12)) {
        case 0:
        case 1:
            return tap(Recall{});
        case 2:
        case 3:
            return tap(NoShow{ticket});
        case 4:
            return tap(Hold{ticket, "phone"});
        case 5:
            return tap(Undo{});
        case 6:
            return tap(Transfer{ticket, {}, somePlace(), "wrong counter"});
        default:
            return tap(Start{ticket});
        }
    }

    void serving(TicketId ticket) {
        switch (dice_.below(10)) {
        case 0:
            return tap(Hold{ticket, "form"});
        case 1:
            return tap(Transfer{ticket, dice_.pick(setup().services).id, somePlace(), "next"});
        case 2:
            return tap(Undo{});
        case 3: // still busy
            return;
        default:
            return tap(Finish{ticket});
        }
    }

    const Member& who_;
    CounterId counter_;
};

} // namespace

std::unique_ptr<Actor> makeTeller(const Setting& setting, std::size_t index) {
    return std::make_unique<Teller>(setting, index);
}

} // namespace usher::world
