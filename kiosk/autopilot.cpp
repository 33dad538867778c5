#include "kiosk/autopilot.h"

#include <cstdio>

namespace usher::kiosk {

Autopilot::Autopilot(Visit& visit, Errand errand, QObject* parent)
    : QObject{parent}, visit_{visit}, errand_{std::move(errand)} {
    // Later, not at once: a press from within a change would change what others still hear of.
    connect(&visit_, &Visit::changed, this, &Autopilot::press, Qt::QueuedConnection);
}

void Autopilot::choose() {
    if (!errand_.reference.isEmpty())
        return visit_.present();
    errand_.machine ? visit_.ask(errand_.service) : visit_.take(errand_.service);
}

void Autopilot::goThere() {
    std::optional<int> row;
    for (int other = 0; other < visit_.ways()->rowCount(); ++other)
        if (const auto way = visit_.ways()->at(other))
            row = !row || way->machine == errand_.machine ? other : row;
    if (row)
        visit_.go(*row);
}

void Autopilot::claim() {
    Booking& booking = *visit_.booking();
    if (!booking.reference().isEmpty()) {
        errand_.reference.clear();
        return visit_.ordinary();
    }
    for (const QChar key : errand_.reference)
        booking.add(key);
    visit_.claim();
}

void Autopilot::press() {
    switch (visit_.state()) {
    case Visit::State::Choosing:
        return choose();
    case Visit::State::Ways:
        return goThere();
    case Visit::State::Booking:
        return claim();
    case Visit::State::PaperFailed:
        return visit_.keep();
    case Visit::State::Ticket:
    case Visit::State::Shown:
        std::printf("{\"number\":\"%s\",\"sign\":%d}\n", qPrintable(visit_.ticket()->number()),
                    visit_.ticket()->sign());
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
        return;
    }
}

} // namespace usher::kiosk
