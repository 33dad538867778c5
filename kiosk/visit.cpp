#include "kiosk/visit.h"

namespace usher::kiosk {

using namespace protocol;
using namespace std::chrono_literals;

namespace {

constexpr Patience::Limits forEver{};
constexpr Patience::Limits asking{40s, 20s};
constexpr Patience::Limits result{8s, 0s};
constexpr Patience::Limits resultLarge{30s, 0s};
constexpr Patience::Limits notice{20s, 0s};
constexpr Patience::Limits noticeLarge{40s, 0s};
constexpr Patience::Limits tidying{40s, 0s};
constexpr Millis forecastAge{15s};
constexpr Millis glanceEvery{60s};

Visit::Trouble troubleOf(card::CardFailure failure) {
    switch (failure) {
    case card::CardFailure::Unreadable:
    case card::CardFailure::TooSlow:
        return Visit::Trouble::CardUnreadable;
    case card::CardFailure::NotABankCard:
    case card::CardFailure::Hostile:
        return Visit::Trouble::NotABankCard;
    case card::CardFailure::RemovedTooSoon:
        return Visit::Trouble::RemovedTooSoon;
    }
    return Visit::Trouble::CardUnreadable;
}

} // namespace

Visit::Visit(link::Link& link, Clock& clock, SlipPrinter& printer, Parts& parts, QObject* parent)
    : QObject{parent}, link_{link}, clock_{clock}, printer_{printer}, parts_{parts}, help_{link},
      reception_{link}, taking_{link, printer, [this](const TicketIssued&) { return slipFor(); }} {
    connect(&reception_, &Reception::recognised, this, [this] { greeted_ = true; });
    connect(&reception_, &Reception::opened, this, &Visit::onOpened);
    connect(&reception_, &Reception::refused, this, &Visit::refuse);
    connect(&reception_, &Reception::unanswered, this, [this] { complain(Trouble::BrokerAway); });
    connect(&reception_, &Reception::refreshed, this,
            [this] { choices_.update(reception_.services()); });
    connect(&link_, &link::Link::stateChanged, this, &Visit::onLine);
    connect(&link_, &link::Link::boardChanged, this, &Visit::onLine);
    connect(&clock_, &Clock::ticked, this, &Visit::tick);
    connect(&comfort_, &Comfort::changed, this, &Visit::onComfort);
    connect(&help_, &Help::changed, this, [this] { patience_.wait(limits(), clock_.now()); });
    connect(&taking_, &Taking::issued, this, [this](const TicketIssued& ticket, bool printing) {
        ticket_.show(ticket, reception_.services());
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
    reception_.close();
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
        take(*service);
}

void Visit::take(const ServiceId& service) {
    if (state_ != State::Choosing || lineDown())
        return;
    enter(State::Taking);
    taking_.take(service, reception_.recognition());
}

void Visit::back() {
    if (state_ == State::Choosing && choices_.inGroup()) {
        stay();
        return choices_.showGroups();
    }
    if (state_ == State::Choosing || state_ == State::Troubled)
        end();
}

void Visit::done() {
    switch (state_) {
    case State::Ticket:
    case State::Shown:
    case State::Uncertain:
    case State::Troubled:
        return end();
    case State::Welcome:
    case State::Reading:
    case State::Opening:
    case State::Choosing:
    case State::Taking:
    case State::Printing:
    case State::PaperFailed:
        return;
    }
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

bool Visit::welcomesCards() const {
    switch (state_) {
    case State::Welcome:
    case State::Reading:
    case State::Choosing:
    case State::Ticket:
        return !lineDown();
    case State::Troubled:
        return trouble_ != Trouble::BrokerAway && trouble_ != Trouble::BrokerUnwell;
    case State::Opening:
    case State::Taking:
    case State::Printing:
    case State::Shown:
    case State::PaperFailed:
    case State::Uncertain:
        return false;
    }
    return false;
}

void Visit::onCard(card::CardEvent event) {
    if (std::holds_alternative<card::CardArrived>(event)) {
        cardInside_ = true;
        if (state_ == State::Ticket)
            end(); // the next customer
        if (welcomesCards())
            enter(State::Reading);
    } else if (auto* read = std::get_if<card::CardRead>(&event)) {
        if (state_ == State::Ticket)
            end();
        if (!welcomesCards())
            return;
        greeted_ = false;
        enter(State::Opening);
        reception_.recognise(std::move(read->number));
    } else if (const auto* failed = std::get_if<card::CardFailed>(&event)) {
        if (welcomesCards())
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
    enter(State::Choosing);
}

void Visit::refuse(Refusal refusal) {
    refusal_ = refusal;
    complain(refusal == Refusal::OutletClosed  ? Trouble::Closed
             : refusal == Refusal::QueueFull   ? Trouble::HallFull
             : refusal == Refusal::Unavailable ? Trouble::BrokerUnwell
                                               : Trouble::Refused);
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
        return refuse(taking_.refusal());
    case Taking::End::NoAnswer:
        return enter(State::Uncertain);
    }
}

void Visit::onLine() {
    // Said by every board, once a second: only a change is news.
    if (lineSeen_ == std::pair{link_.state(), link_.stale()})
        return;
    lineSeen_ = {link_.state(), link_.stale()};
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
    switch (state_) {
    case State::Welcome:
        return comfort_.touched() || help_.state() != Help::State::Quiet ? tidying : forEver;
    case State::Taking:
    case State::Printing:
        return forEver;
    case State::Ticket:
        return comfort_.large() ? resultLarge : result;
    case State::Troubled:
        if (lineDown())
            return forEver;
        return comfort_.large() ? noticeLarge : notice;
    case State::Reading:
    case State::Opening:
    case State::Choosing:
    case State::Shown:
    case State::PaperFailed:
    case State::Uncertain:
        return asking;
    }
    return asking;
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
    if (state_ == State::Choosing && !lineDown() && now - listedAt_ >= forecastAge) {
        listedAt_ = now;
        reception_.refresh();
    }
    if (state_ == State::Welcome && now - glancedAt_ >= glanceEvery)
        glanceAtPrinter();
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
    trouble_ = trouble;
    enter(State::Troubled);
}

void Visit::end() {
    reception_.close();
    greeted_ = false;
    paperUnknown_ = false;
    choices_.clear();
    ticket_.clear();
    comfort_.reset();
    help_.reset();
    enter(State::Welcome);
    followLine();
}

void Visit::onComfort() {
    choices_.setLanguage(comfort_.language());
    ticket_.setLanguage(comfort_.language());
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
