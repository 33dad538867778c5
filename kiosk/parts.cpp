#include "kiosk/parts.h"

namespace usher::kiosk {

Parts::Parts(link::Link& link, QObject* parent) : QObject{parent}, link_{link} {
    connect(&link_, &link::Link::stateChanged, this, &Parts::sayAgain);
}

void Parts::report(const std::string& part, bool up, const std::string& detail) {
    const auto known = parts_.find(part);
    if (known != parts_.end() && known->second.up == up && known->second.detail == detail)
        return;
    parts_[part] = {up, detail, false};
    sayAgain();
}

void Parts::sayAgain() {
    if (link_.state() != link::Link::State::Live)
        return;
    for (const auto& [part, known] : parts_)
        if (!known.said)
            say(part);
}

void Parts::say(const std::string& part) {
    Known& known = parts_.at(part);
    known.said = true;
    link_.ask(protocol::ReportDevice{part, known.up, known.detail}, this,
              [this, part](const client::Outcome& outcome) {
                  if (std::holds_alternative<client::NoAnswer>(outcome))
                      parts_.at(part).said = false;
              });
}

} // namespace usher::kiosk
