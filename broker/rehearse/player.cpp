#include "broker/rehearse/player.h"

#include <algorithm>

namespace usher::rehearse {

using namespace protocol;
using std::chrono::duration_cast;

namespace {

constexpr seconds walk{15}; ///< from the chair to the counter
constexpr seconds gap{17};  ///< between two customers (routing.md, the bank's own mean)
constexpr seconds recallEvery{20};
constexpr seconds notOurs{120}; ///< by then we know of every ticket we took ourselves
constexpr seconds tryToLeaveEvery{60};

template <class T>
const T* answerAs(const client::Outcome& outcome) {
    const auto* answer = std::get_if<Answer>(&outcome);
    return answer != nullptr ? std::get_if<T>(answer) : nullptr;
}

} // namespace

Player::Player(Lines& lines, Day day, std::vector<Card> cards, std::vector<StaffMember> staff,
               Cast cast)
    : lines_{lines}, day_{std::move(day)}, cards_{std::move(cards)}, staff_{std::move(staff)},
      cast_{std::move(cast)} {}

Moment Player::ofDay(seconds fromMidnight) const {
    return midnight_ + duration_cast<Millis>(fromMidnight);
}

void Player::begin() {
    const Setup& setup = lines_.outlet().setup();
    midnight_ = setup.timeZone.at(setup.timeZone.local(lines_.now()).date, 0);
    for (const Teller& teller : day_.tellers) {
        const auto device = cast_.counters.find(teller.counter);
        if (device == cast_.counters.end() || cast_.left.contains(teller.counter))
            continue;
        auto& seat = *seats_.emplace_back(std::make_unique<Seat>());
        seat.teller = &teller;
        seat.device = device->second;
        seat.breaks = teller.breaks;
        lines_.at(ofDay(teller.on), [this, &seat] { signOn(seat); });
        lines_.at(ofDay(teller.off), [this, &seat] { leave(seat); });
    }
    for (const Customer& customer : day_.customers) {
        if (ofDay(customer.arrives) < lines_.now())
            continue; // the doors opened before we came
        ++toCome_;
        lines_.at(ofDay(customer.arrives), [this, &customer] { arrive(customer); });
    }
}

void Player::arrive(const Customer& customer) {
    const DeviceId kiosk = cast_.kiosks[kioskTurn_++ % cast_.kiosks.size()];
    if (customer.assisted)
        return takeTicket(customer, cast_.lobby, {});
    if (customer.card == 0)
        return takeTicket(customer, kiosk, {});
    const Secret& number = cards_[customer.card - 1].number;
    lines_.ask(kiosk, IdentifyCard{Secret{number.reveal()}},
               [this, &customer, kiosk](const client::Outcome& outcome) {
                   const auto* greeting = answerAs<Greeting>(outcome);
                   takeTicket(customer, kiosk, greeting != nullptr ? greeting->recognition : "");
               });
}

void Player::takeTicket(const Customer& customer, const DeviceId& device, std::string token) {
    // Every other kiosk has a printer: its tickets join when the printer has spoken.
    const bool prints = device == cast_.kiosks.front();
    lines_.ask(device,
               TakeTicket{customer.service, std::move(token), customer.assisted,
                          prints ? Paper::Pending : Paper::Shown},
               [this, &customer, device](const client::Outcome& outcome) {
                   took(customer, device, outcome);
               });
}

void Player::took(const Customer& customer, const DeviceId& device,
                  const client::Outcome& outcome) {
    --toCome_;
    const auto* issued = answerAs<TicketIssued>(outcome);
    if (issued == nullptr)
        return; // refused: closed, or full
    const TicketId ticket = issued->ticket;
    known_[ticket] = &customer;
    if (device == cast_.kiosks.front())
        lines_.ask(device, ConfirmTicket{ticket, Paper::Printed}, {});
    lines_.at(lines_.now() + duration_cast<Millis>(customer.patience),
              [this, ticket, device] { losePatience(ticket, device); });
    // It may have met an idle counter: the feed can be quicker than the answer.
    for (const auto& seat : seats_)
        if (seat->ticket == ticket && !seat->inHand)
            called(*seat, ticket);
}

void Player::losePatience(TicketId id, const DeviceId& device) {
    const Ticket* ticket = lines_.outlet().find(id);
    if (ticket != nullptr && ticket->phase == Phase::Waiting)
        lines_.ask(device, CancelTicket{id, "could not wait"}, {});
}

void Player::signOn(Seat& seat) {
    const auto who = std::find_if(staff_.begin(), staff_.end(), [&](const StaffMember& member) {
        return member.id == seat.teller->staff;
    });
    lines_.ask(seat.device, SignOn{who->id, Secret{who->pin.reveal()}, seat.teller->counter},
               [this, &seat](const client::Outcome& outcome) {
                   seat.signedOn = answerAs<SignedOn>(outcome) != nullptr;
                   seat.gone = !seat.signedOn; // refused: nobody sits there today
                   next(seat);
               });
}

void Player::next(Seat& seat) {
    if (seat.gone)
        return;
    if (lines_.now() >= ofDay(seat.teller->off) && !anybodyFor(seat))
        return leave(seat);
    if (!seat.breaks.empty() && lines_.now() >= ofDay(seat.breaks.front().from)) {
        const Break pause = seat.breaks.front();
        seat.breaks.erase(seat.breaks.begin());
        lines_.ask(seat.device, PauseCounter{pause.reason}, [this, &seat, pause](const auto&) {
            lines_.at(ofDay(pause.to), [this, &seat] {
                lines_.ask(seat.device, ResumeCounter{},
                           [this, &seat](const auto&) { next(seat); });
            });
        });
        return;
    }
    // Whom it is we learn from the feed, be it now or when somebody comes.
    lines_.ask(seat.device, CallNext{}, {});
}

void Player::look() {
    for (const auto& seat : seats_) {
        const CounterState& desk = *lines_.outlet().find(seat->teller->counter);
        if (desk.desk != Desk::Calling || desk.ticket == seat->ticket)
            continue;
        seat->ticket = desk.ticket;
        called(*seat, *desk.ticket);
    }
}

void Player::called(Seat& seat, TicketId ticket) {
    const auto whose = known_.find(ticket);
    if (whose == known_.end()) {
        // The kiosk's answer is still on its way, see took(); or a person took it at a screen.
        lines_.at(lines_.now() + duration_cast<Millis>(notOurs), [this, &seat, ticket] {
            if (seat.ticket == ticket && !seat.inHand) {
                seat.inHand = true;
                serve(seat, ticket);
            }
        });
        return;
    }
    seat.inHand = true;
    if (whose->second->noShow) {
        const auto recalls = static_cast<int>(lines_.outlet().setup().policy.recallsBeforeNoShow);
        return recallThenMiss(seat, ticket, recalls);
    }
    lines_.at(lines_.now() + duration_cast<Millis>(walk),
              [this, &seat, ticket] { serve(seat, ticket); });
}

void Player::recallThenMiss(Seat& seat, TicketId ticket, int recallsLeft) {
    lines_.at(lines_.now() + duration_cast<Millis>(recallEvery), [=, this, &seat] {
        if (recallsLeft == 0) {
            lines_.ask(seat.device, NoShow{ticket}, [this, &seat](const auto&) { finished(seat); });
            return;
        }
        lines_.ask(seat.device, Recall{}, [=, this, &seat](const auto&) {
            recallThenMiss(seat, ticket, recallsLeft - 1);
        });
    });
}

void Player::serve(Seat& seat, TicketId ticket) {
    lines_.ask(seat.device, Start{ticket}, [this, &seat, ticket](const auto&) {
        lines_.at(lines_.now() + lasts(seat, ticket), [this, &seat, ticket] {
            lines_.ask(seat.device, Finish{ticket}, [this, &seat](const auto&) { finished(seat); });
        });
    });
}

Millis Player::lasts(const Seat& seat, TicketId id) const {
    Millis whole{};
    if (const auto ours = known_.find(id); ours != known_.end())
        whole = duration_cast<Millis>(ours->second->serviceTime);
    else if (const Ticket* ticket = lines_.outlet().find(id))
        whole = lines_.outlet().setup().find(ticket->service)->typical;
    return Millis{
        static_cast<std::int64_t>(static_cast<double>(whole.count()) * seat.teller->factor)};
}

void Player::finished(Seat& seat) {
    seat.ticket.reset();
    seat.inHand = false;
    lines_.at(lines_.now() + duration_cast<Millis>(gap), [this, &seat] { next(seat); });
}

bool Player::anybodyFor(const Seat& seat) const {
    const Counter* counter = lines_.outlet().setup().find(seat.teller->counter);
    const auto& tickets = lines_.outlet().tickets();
    return std::any_of(tickets.begin(), tickets.end(), [&](const auto& entry) {
        const Ticket& ticket = entry.second;
        return ticket.phase == Phase::Waiting &&
               Setup::helpDelay(*counter, ticket.service, ticket.tier).has_value();
    });
}

void Player::leave(Seat& seat) {
    if (seat.gone)
        return;
    const CounterState* desk = lines_.outlet().find(seat.teller->counter);
    if (!seat.signedOn || seat.ticket || anybodyFor(seat) || desk->desk == Desk::Paused) {
        // Whoever still waits may yet be called elsewhere, or give up.
        lines_.at(lines_.now() + duration_cast<Millis>(tryToLeaveEvery),
                  [this, &seat] { leave(seat); });
        return;
    }
    seat.gone = true;
    lines_.ask(seat.device, SignOff{}, [this, &seat](const client::Outcome& outcome) {
        // Somebody was called here meanwhile: see them through first.
        if (std::holds_alternative<Refusal>(outcome))
            seat.gone = false;
    });
}

bool Player::over() const {
    const bool allGone =
        std::all_of(seats_.begin(), seats_.end(), [](const auto& seat) { return seat->gone; });
    return toCome_ == 0 && allGone && lines_.unanswered() == 0;
}

} // namespace usher::rehearse
