// A counter that plays along without a broker: for --demo, for the tests and for the pictures.
//
// It puts the demo's picture into any state a teller can meet, and answers wishes by moving to the
// next one, roughly as the broker would. It is no second set of rules: it believes what it is told.
#pragma once

#include "broker/link/demo_link.h"

namespace usher::counter {

class DemoDesk {
public:
    /// Sits down at low counter 1 and answers for the link from now on.
    explicit DemoDesk(link::DemoLink& link);

    /// Answers wishes again, after somebody else did.
    void answering();
    void signedOff();
    void idle();
    void standby();
    void calling(std::uint32_t recalls = 0);
    void serving(protocol::Millis since = std::chrono::minutes{4},
                 protocol::Millis waited = std::chrono::minutes{12});
    void paused(const std::string& reason);
    void closed();
    void closing();
    /// Puts `count` tickets on hold here.
    void holding(int count);
    /// The last act of this device, done `ago`; named like its command.
    void did(const std::string& what, protocol::Millis ago = protocol::Millis{2000});

private:
    void begin();
    void settle(protocol::Desk desk);
    void attend(protocol::Millis since, protocol::Millis waited);
    void show();
    client::Outcome answer(const protocol::Command& command);
    void end(protocol::Phase phase, const char* what);
    protocol::CounterState& here();
    protocol::Ticket& atDesk();
    protocol::TicketId nextWaiting() const;

    link::DemoLink& link_;
    protocol::Snapshot morning_; ///< as it was loaded
    protocol::Snapshot now_;
};

} // namespace usher::counter
