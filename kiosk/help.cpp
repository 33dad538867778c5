#include "kiosk/help.h"

namespace usher::kiosk {

void Help::call() {
    if (state_ == State::Calling)
        return;
    enter(State::Calling);
    link_.ask(protocol::AskHelp{}, this, [this, call = ++calls_](const client::Outcome& outcome) {
        if (call == calls_)
            enter(std::holds_alternative<protocol::Answer>(outcome) ? State::Called
                                                                    : State::Unheard);
    });
}

void Help::reset() {
    ++calls_;
    enter(State::Quiet);
}

void Help::enter(State state) {
    if (state == state_)
        return;
    state_ = state;
    emit changed();
}

} // namespace usher::kiosk
