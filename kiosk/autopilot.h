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
    Autopilot(Visit& visit, protocol::ServiceId service, QObject* parent = nullptr);

private:
    void press();

    Visit& visit_;
    protocol::ServiceId service_;
};

} // namespace usher::kiosk
