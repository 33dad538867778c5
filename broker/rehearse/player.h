// Plays a day: customers come, take tickets, wait, lose patience; tellers call and serve them.
//
// It decides nothing the broker decides. Kiosks and tellers are devices like any other; what they
// learn they learn from answers and from the staff feed.
#pragma once

#include "broker/rehearse/day.h"
#include "broker/rehearse/demo.h"
#include "broker/rehearse/lines.h"

#include <set>

namespace usher::rehearse {

struct Cast {
    std::vector<protocol::DeviceId> kiosks; ///< customers take them in turn
    protocol::DeviceId lobby;               ///< gives tickets to the assisted
    std::map<protocol::CounterId, protocol::DeviceId> counters;
    std::set<protocol::CounterId> left; ///< played by somebody at a screen instead
};

class Player {
public:
    Player(Lines& lines, Day day, std::vector<Card> cards, std::vector<StaffMember> staff,
           Cast cast);

    /// Puts the whole day on the clock; call when the lines are ready.
    void begin();
    /// The picture has changed: somebody may have been called.
    void look();
    /// Everybody who was to come has come and is gone, and every teller has left.
    [[nodiscard]] bool over() const;
    [[nodiscard]] std::size_t ticketsTaken() const { return known_.size(); }

private:
    struct Seat {
        const Teller* teller{};
        protocol::DeviceId device;
        std::optional<protocol::TicketId> ticket; ///< being called or served
        bool inHand{};                            ///< its customer is on the way, or there
        bool signedOn{};
        bool gone{};
        std::vector<Break> breaks; ///< still to come
    };

    void arrive(const Customer& customer);
    void takeTicket(const Customer& customer, const protocol::DeviceId& device, std::string token);
    void took(const Customer& customer, const protocol::DeviceId& device,
              const client::Outcome& outcome);
    void losePatience(protocol::TicketId ticket, const protocol::DeviceId& device);
    void signOn(Seat& seat);
    void next(Seat& seat);
    void called(Seat& seat, protocol::TicketId ticket);
    void recallThenMiss(Seat& seat, protocol::TicketId ticket, int recallsLeft);
    void serve(Seat& seat, protocol::TicketId ticket);
    void finished(Seat& seat);
    void leave(Seat& seat);
    [[nodiscard]] protocol::Moment ofDay(seconds fromMidnight) const;
    /// How long its customer is served at this seat.
    [[nodiscard]] protocol::Millis lasts(const Seat& seat, protocol::TicketId id) const;
    [[nodiscard]] bool anybodyFor(const Seat& seat) const;

    Lines& lines_;
    Day day_;
    std::vector<Card> cards_;
    std::vector<StaffMember> staff_;
    Cast cast_;
    std::vector<std::unique_ptr<Seat>> seats_;
    std::map<protocol::TicketId, const Customer*> known_; ///< whose ticket it is
    protocol::Moment midnight_;
    std::size_t toCome_ = 0;
    std::size_t kioskTurn_ = 0;
};

} // namespace usher::rehearse
