#include "kiosk/visit.h"

#include "kiosk/page_manners.h"

namespace usher::kiosk {

using namespace protocol;
using namespace std::chrono_literals;

namespace {

constexpr Millis forecastAge{15s};
constexpr Millis glanceEvery{60s};

} // namespace

Visit::Visit(link::Link& link, Clock& clock, SlipPrinter& printer, Parts& parts, QObject* parent)
    : QObject{parent}, link_{link}, clock_{clock}, printer_{printer}, parts_{parts}, help_{link},
      hallNow_{link}, reception_{link}, taking_{link, printer,
                                                [this](const TicketIssued&) { return slipFor(); }} {
    connect(&reception_, &Reception::recognised, this, [this] { greeted_ = true; });
    connect(&reception_, &Reception::opened, this, &Visit::onOpened);
    connect(&reception_, &Reception::refused, this, &Visit::refuse);
    connect(&reception_, &Reception::unanswered, this, [this] { complain(Trouble::BrokerAway); });
    connect(&reception_, &Reception::refreshed, this, [this] {
        choices_.update(reception_.services());
        ways_.update(reception_.services());
    });
    connect(&link_, &link::Link::stateChanged, this, &Visit::onLine);
    connect(&link_, &link::Link::boardChanged, this, &Visit::onLine);
    connect(&clock_, &Clock::ticked, this, &Visit::tick);
    connect(&comfort_, &Comfort::changed, this, &Visit::onComfort);
    connect(&help_, &Help::changed, this, [this] { patience_.wait(limits(), clock_.now()); });
    connect(&taking_, &Taking::issued, this, [this](const TicketIssued& ticket, bool printing) {
        const auto& machine = taking_.wish().machine;
        ticket_.show(ticket, reception_.services(),
                     machine ? ways_.machine(*machine) : std::nullopt,
                     taking_.wish().appointment.has_value());
        if (printing)
            enter(State::Printing);
    });
    connect(&taking_, &Taking::ended, this, &Visit::follow);
    onLine();
    glanceAtPrinter();
}

bool Visit::lineDown() const {
    return link_.state() != link::Link::State::Live || link_.stale();
}

// --- what a person does --------------------------------------------------------------------------

void Visit::begin() {
    if (state_ != State::Welcome && state_ != State::Troubled)
        return;
    if (over())
        end(); // the next customer
    reception_.close();
    greeted_ = false;
    enter(State::Opening);
    reception_.open();
}

void Visit::choose(int row) {
    if (state_ != State::Choosing)
        return;
    stay();
    if (choices_.isGroup(row))
        return choices_.openGroup(row);
    if (const auto service = choices_.serviceAt(row))
        ask(*service);
}

void Visit::ask(const ServiceId& service) {
    if (state_ != State::Choosing)
        return;
    if (!Ways::matter(reception_.services(), service))
        return take(service);
    ways_.open(reception_.services(), service);
    enter(State::Ways);
}

void Visit::go(int row) {
    if (state_ != State::Ways)
        return;
    stay();
    if (const auto way = ways_.at(row))
        take(way->service, way->machine);
}

void Visit::take(const ServiceId& service, const std::optional<CounterId>& machine) {
    if ((state_ != State::Choosing && state_ != State::Ways) || lineDown())
        return;
    enter(State::Taking);
    taking_.take({.service = service, .recognition = reception_.recognition(), .machine = machine});
}

void Visit::present() {
    if (state_ == State::Choosing) {
        booking_.begin(Booking::From::Services);
        enter(State::Booking);
    } else if (state_ == State::Welcome) {
        booking_.begin(Booking::From::Start);
        begin();
    }
}

void Visit::claim() {
    const auto reference = booking_.presented();
    if (state_ != State::Booking || lineDown() || !reference)
        return;
    enter(State::Taking);
    taking_.take(
        {.service = {}, .recognition = reception_.recognition(), .appointment = reference});
}

void Visit::ordinary() {
    if (state_ != State::Booking)
        return;
    booking_.clear();
    enter(State::Choosing);
}

void Visit::back() {
    if (state_ == State::Booking && booking_.from() == Booking::From::Services)
        return ordinary();
    if (state_ == State::Ways)
        return enter(State::Choosing);
    if (state_ == State::Choosing && choices_.inGroup()) {
        stay();
        return choices_.showGroups();
    }
    if (state_ == State::Choosing || state_ == State::Booking || state_ == State::Troubled)
        end();
}

void Visit::done() {
    if (endsWhenRead(state_))
        end();
}

void Visit::keep() {
    taking_.keep();
}

void Visit::decline() {
    taking_.decline();
}

void Visit::stay() {
    patience_.touch(clock_.now());
    tick();
}

// --- what the reader says ------------------------------------------------------------------------

/// Nothing but words is left of the visit, until they are read or the next customer comes.
bool Visit::over() const {
    return state_ == State::Ticket || (state_ == State::Troubled && !leavesAWayOn(trouble_));
}

bool Visit::takesCards() const {
    const bool page = welcomesCards(state_, trouble_);
    return page && (state_ == State::Troubled || !lineDown());
}

void Visit::onCard(card::CardEvent event) {
    const bool shown = std::holds_alternative<card::CardArrived>(event) ||
                       std::holds_alternative<card::CardRead>(event) ||
                       std::holds_alternative<card::CardFailed>(event);
    if (shown && over() && welcomesCards(state_, trouble_))
        end(); // the next customer
    if (std::holds_alternative<card::CardArrived>(event)) {
        cardInside_ = true;
        if (takesCards())
            enter(State::Reading);
    } else if (auto* read = std::get_if<card::CardRead>(&event)) {
        if (!takesCards())
            return;
        greeted_ = false;
        enter(State::Opening);
        reception_.recognise(std::move(read->number));
    } else if (const auto* failed = std::get_if<card::CardFailed>(&event)) {
        if (takesCards())
            complain(troubleOf(failed->reason));
    } else if (std::holds_alternative<card::CardRemoved>(event)) {
        cardInside_ = false;
        greeted_ = false;
    } else {
        readerUp_ = std::holds_alternative<card::ReaderBack>(event);
        if (!readerUp_)
            cardInside_ = false;
        parts_.report("card-reader", readerUp_, readerUp_ ? "" : "not found");
    }
    emit changed();
}

// --- what the broker says ------------------------------------------------------------------------

void Visit::onOpened() {
    if (state_ != State::Opening)
        return;
    if (!reception_.services().open)
        return complain(Trouble::Closed);
    listedAt_ = clock_.now();
    choices_.update(reception_.services());
    choices_.showGroups();
    enter(booking_.from() == Booking::From::Nowhere ? State::Choosing : State::Booking);
}

void Visit::refuse(Refusal refusal) {
    refusal_ = refusal;
    complain(troubleOf(refusal));
}

void Visit::refuseTaking(Refusal refusal) {
    const TakeTicket& wish = taking_.wish();
    if (wish.appointment && Booking::concerns(refusal)) {
        booking_.turnDown(refusal);
        enter(State::Booking);
    } else if (wish.machine && Ways::concerns(refusal)) {
        // It failed between the offer and the touch; there is still the counter.
        ways_.lose(*wish.machine);
        enter(State::Ways);
        refresh();
    } else {
        refuse(refusal);
    }
}

void Visit::follow(Taking::End end) {
    paperUnknown_ = end == Taking::End::PaperUnknown;
    switch (end) {
    case Taking::End::Printed:
        return enter(State::Ticket);
    case Taking::End::Shown:
    case Taking::End::PaperUnknown:
        return enter(State::Shown);
    case Taking::End::PaperFailed:
        return enter(State::PaperFailed);
    case Taking::End::Declined:
        return this->end();
    case Taking::End::Refused:
        return refuseTaking(taking_.refusal());
    case Taking::End::NoAnswer:
        return enter(State::Uncertain);
    }
}

void Visit::onLine() {
    // Said by every board, once a second: only a change is news.
    const std::tuple seen{link_.state(), link_.stale(), books()};
    if (lineSeen_ == seen)
        return;
    lineSeen_ = seen;
    followLine();
    emit changed();
}

void Visit::followLine() {
    const bool waiting = trouble_ == Trouble::BrokerAway || trouble_ == Trouble::BrokerUnwell;
    if (lineDown()) {
        if (state_ == State::Welcome || state_ == State::Reading || waiting)
            complain(link_.state() == link::Link::State::Unwell ? Trouble::BrokerUnwell
                                                                : Trouble::BrokerAway);
    } else if (state_ == State::Troubled && waiting) {
        end();
    }
}

// --- time ----------------------------------------------------------------------------------------

Patience::Limits Visit::limits() const {
    const bool asItWas =
        state_ == State::Welcome && !comfort_.touched() && help_.state() == Help::State::Quiet;
    if (asItWas || (state_ == State::Troubled && lineDown()))
        return {};
    return limitsOf(state_, comfort_.large());
}

void Visit::tick() {
    const Millis now = clock_.now();
    if (patience_.over(now))
        return state_ == State::PaperFailed ? taking_.decline() : end();
    const int seconds = counting() ? secondsLeft() : -1;
    if (seconds != shownSeconds_) {
        shownSeconds_ = seconds;
        emit counted();
    }
    const bool looking = state_ == State::Choosing || state_ == State::Ways;
    if (looking && !lineDown() && now - listedAt_ >= forecastAge)
        refresh();
    if (state_ == State::Welcome && now - glancedAt_ >= glanceEvery)
        glanceAtPrinter();
}

void Visit::refresh() {
    listedAt_ = clock_.now();
    reception_.refresh();
}

void Visit::glanceAtPrinter() {
    glancedAt_ = clock_.now();
    if (printer_.installed())
        printer_.check([](const devices::PrinterStatus&) {});
}

// --- from page to page ---------------------------------------------------------------------------

void Visit::enter(State state) {
    state_ = state;
    if (state != State::Troubled)
        trouble_ = Trouble::None;
    patience_.wait(limits(), clock_.now());
    emit changed();
    tick();
}

void Visit::complain(Trouble trouble) {
    // It is read in the language and the size chosen; nothing else outlasts a visit that is over.
    if (!leavesAWayOn(trouble))
        forget();
    trouble_ = trouble;
    enter(State::Troubled);
}

void Visit::forget() {
    reception_.close();
    greeted_ = false;
    paperUnknown_ = false;
    choices_.clear();
    ways_.clear();
    booking_.clear();
    ticket_.clear();
}

void Visit::end() {
    forget();
    comfort_.reset();
    help_.reset();
    enter(State::Welcome);
    followLine();
}

void Visit::onComfort() {
    choices_.setLanguage(comfort_.language());
    ways_.setLanguage(comfort_.language());
    ticket_.setLanguage(comfort_.language());
    hallNow_.setLanguage(comfort_.language());
    patience_.wait(limits(), clock_.now());
    emit changed();
}

devices::Slip Visit::slipFor() const {
    const Board& board = link_.board();
    const Text outlet{link_.outletZh().toStdString(), link_.outletEn().toStdString()};
    const LocalTime local =
        TimeZone{}.local(link_.now() + Millis{std::int64_t{1000} * board.offsetSeconds});
    const std::string clock = link_.timeOfDay(link_.now()).toStdString();
    return ticket_.slip(outlet, toText(local.date) + " " + clock);
}

} // namespace usher::kiosk
