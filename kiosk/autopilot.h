// A hand that takes tickets without a person, for end-to-end tests of the real program.
//
// It presses the visit's own verbs and nothing else: waits for a card, takes the first number for
// one service, prints the number to stdout as a line of JSON, and waits for the next card.
#pragma once

#include "kiosk/visit.h"

namespace usher::kiosk {

class Autopilot : public QObject {
    Q_OBJECT
public:
    /// What to take a number for. Where a `machine` does not do it, the first way that does; where
    /// `reference` is not known, an ordinary number.
    struct Errand {
        protocol::ServiceId service;
        std::optional<protocol::CounterId> machine;
        QString reference;
    };
    Autopilot(Visit& visit, Errand errand, QObject* parent = nullptr);

private:
    void press();
    void choose();
    void goThere();
    void claim();

    Visit& visit_;
    Errand errand_;
};

} // namespace usher::kiosk
