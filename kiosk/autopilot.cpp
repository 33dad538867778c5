#include "kiosk/autopilot.h"

#include <cstdio>

namespace usher::kiosk {

Autopilot::Autopilot(Visit& visit, protocol::ServiceId service, QObject* parent)
    : QObject{parent}, visit_{visit}, service_{service} {
    // Later, not at once: a press from within a change would change what others still hear of.
    connect(&visit_, &Visit::changed, this, &Autopilot::press, Qt::QueuedConnection);
}

void Autopilot::press() {
    switch (visit_.state()) {
    case Visit::State::Choosing:
        return visit_.take(service_);
    case Visit::State::PaperFailed:
        return visit_.keep();
    case Visit::State::Ticket:
    case Visit::State::Shown:
        std::printf("{\"number\":\"%s\"}\n", qPrintable(visit_.ticket()->number()));
        std::fflush(stdout);
        return visit_.done();
    case Visit::State::Troubled:
        return visit_.lineDown() ? void() : visit_.done();
    case Visit::State::Uncertain:
        return visit_.done();
    case Visit::State::Welcome:
    case Visit::State::Reading:
    case Visit::State::Opening:
    case Visit::State::Taking:
    case Visit::State::Printing:
    case Visit::State::Ways:
        return;
    }
}

} // namespace usher::kiosk
