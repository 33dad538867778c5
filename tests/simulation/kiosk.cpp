// The kiosk and who stands before it, and the hall's display: devices without a picture of their
// own.
#include "tests/simulation/actor.h"

namespace usher::world {

using namespace protocol;

namespace {

template <class T>
const T* answerAs(const Outcome& outcome) {
    const auto* answer = std::get_if<Answer>(&outcome);
    return answer != nullptr ? std::get_if<T>(answer) : nullptr;
}

class Kiosk : public Actor {
public:
    using Actor::Actor;

    void act() override {
        if (mistake(50))
            return report();
        if (!dice_.oneIn(3))
            return offer({});
        const Card& card = dice_.pick(setting_.branch.cards);
        line_.ask(IdentifyCard{Secret{card.number}}, [this](const Outcome& outcome) {
            const auto* greeting = answerAs<Greeting>(outcome);
            if (dice_.oneIn(6))
                return nature_.count("a card and nothing after it");
            offer(greeting != nullptr ? greeting->recognition : std::string{});
        });
    }

private:
    void report() {
        if (dice_.oneIn(2))
            return tap(AskHelp{});
        tap(ReportDevice{"printer", dice_.oneIn(2), {}});
    }

    void offer(const std::string& token) {
        line_.ask(ListServices{token}, [this, token](const Outcome& outcome) {
            const auto* services = answerAs<Services>(outcome);
            if (services == nullptr || services->offers.empty())
                return;
            const Offer& offer = dice_.pick(services->offers);
            TakeTicket wish{offer.service, token, mistake(20), Paper::Shown};
            if (dice_.oneIn(2))
                wish.paper = Paper::Pending;
            if (!offer.alternatives.empty() && dice_.oneIn(3))
                wish.machine = offer.alternatives.front().machine;
            if (dice_.oneIn(8)) {
                wish.appointment = named<AppointmentId>("ref-" + std::to_string(dice_.below(6)));
                if (dice_.oneIn(2))
                    wish.service = {};
            }
            take(wish);
        });
    }

    void take(const TakeTicket& wish) {
        tap(wish, [this, prints = wish.paper == Paper::Pending](const Outcome& outcome) {
            if (std::holds_alternative<NoAnswer>(outcome))
                return nature_.count("nobody knows whether there is a ticket");
            if (const auto* ticket = answerAs<TicketIssued>(outcome); ticket != nullptr && prints)
                print(ticket->ticket);
        });
    }

    void print(TicketId ticket) {
        constexpr Paper outcomes[] = {Paper::Printed, Paper::Printed, Paper::Printed,
                                      Paper::Failed,  Paper::Unknown, Paper::Pending};
        const Paper outcome = outcomes[dice_.below(6)];
        if (outcome == Paper::Pending)
            return nature_.count("the printer was never heard of again");
        nature_.time.in(dice_.between(500, 3000), [this, ticket, outcome] {
            line_.ask(ConfirmTicket{ticket, outcome}, {});
        });
    }
};

class Hall : public Actor {
public:
    Hall(const Setting& setting, std::size_t index) : Actor{setting, index} {
        line_.onConnected = [this] {
            line_.ask(GetBoard{}, [this](const Outcome& outcome) {
                if (const auto* board = answerAs<Board>(outcome))
                    hearBoard(*board);
            });
        };
    }
    void hearBoard(const Board& board) override { board_ = board; }
    void act() override {}
    void restart() override {
        Actor::restart();
        board_.reset();
    }
    [[nodiscard]] std::string complaint() override {
        if (const std::string first = Actor::complaint(); !first.empty())
            return first;
        const outlet::Outlet& truth = setting_.checks.truth();
        if (!board_ || board_->calls != truth.calls() || !board_->healthy)
            return "the hall's board is old";
        return {};
    }

private:
    std::optional<Board> board_;
};

} // namespace

std::unique_ptr<Actor> makeKiosk(const Setting& setting, std::size_t index) {
    return std::make_unique<Kiosk>(setting, index);
}

std::unique_ptr<Actor> makeHall(const Setting& setting, std::size_t index) {
    return std::make_unique<Hall>(setting, index);
}

} // namespace usher::world
