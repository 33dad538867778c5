#include "kiosk/reception.h"

namespace usher::kiosk {

using namespace protocol;

namespace {

template <class T>
const T* answerOf(const client::Outcome& outcome) {
    const auto* answer = std::get_if<Answer>(&outcome);
    return answer != nullptr ? std::get_if<T>(answer) : nullptr;
}

} // namespace

void Reception::ask(Command command, link::Link::Done done) {
    link_.ask(std::move(command), this,
              [this, visit = visits_, done = std::move(done)](client::Outcome outcome) {
                  if (visit == visits_)
                      done(std::move(outcome));
              });
}

void Reception::recognise(Secret number) {
    close();
    ask(IdentifyCard{std::move(number)}, [this](const client::Outcome& outcome) {
        if (const auto* greeting = answerOf<Greeting>(outcome)) {
            recognition_ = greeting->recognition;
            emit recognised();
        }
        open();
    });
}

void Reception::open() {
    ask(ListServices{recognition_}, [this](const client::Outcome& outcome) {
        if (const auto* services = answerOf<Services>(outcome)) {
            services_ = *services;
            emit opened();
        } else if (const auto* refusal = std::get_if<Refusal>(&outcome)) {
            emit refused(*refusal);
        } else {
            emit unanswered();
        }
    });
}

void Reception::refresh() {
    ask(ListServices{recognition_}, [this](const client::Outcome& outcome) {
        if (const auto* services = answerOf<Services>(outcome)) {
            services_ = *services;
            emit refreshed();
        }
    });
}

void Reception::close() {
    ++visits_;
    recognition_.clear();
    services_ = {};
}

} // namespace usher::kiosk
