#include "broker/house/ticket_story.h"

#include "broker/house/ticket_steps.h"
#include "broker/rules/triage.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace usher::house {

using namespace protocol;

namespace {

bool allDigits(const std::string& text) {
    return !text.empty() && std::all_of(text.begin(), text.end(),
                                        [](unsigned char c) { return std::isdigit(c) != 0; });
}

std::string inCapitals(std::string text) {
    for (char& c : text)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

/// The greatest head start that applies to a ticket, and what it is for: of calls that were made
/// when nobody wrote it down.
std::pair<Millis, Basis> basisOf(const Setup& setup, const Ticket& ticket) {
    std::pair<Millis, Basis> best{setup.find(ticket.tier)->headStart, Basis::Tier};
    const auto consider = [&](Millis headStart, Basis basis) {
        if (headStart > best.first)
            best = {headStart, basis};
    };
    consider(setup.find(ticket.service)->headStart, Basis::Service);
    for (const Claim claim : ticket.claims)
        consider(setup.headStart(claim),
                 claim == Claim::Appointment ? Basis::Appointment : Basis::Returning);
    return best;
}

bool open(const CounterState& at) {
    return at.desk != Desk::Closed && at.desk != Desk::Paused && !at.closing;
}

/// Neither in the line nor on the way into it.
bool isAway(Phase phase) {
    return phase == Phase::Called || phase == Phase::Serving || phase == Phase::Held ||
           phase == Phase::Diverted || phase == Phase::NoShow;
}

} // namespace

TicketStory::TicketStory(std::string wanted) : wanted_{inCapitals(std::move(wanted))} {}

void TicketStory::take(const Record& record) {
    if (const auto* taken = std::get_if<TicketTaken>(&record.event))
        begin(taken->ticket);
    if (const auto* moved = std::get_if<TicketPromoted>(&record.event))
        promotions_[moved->ticket] = personAndReason(outlet_, record, moved->reason);
    if (ticket_ != TicketId{}) {
        passTime(record.at);
        if (const auto* call = std::get_if<TicketCalled>(&record.event))
            call->ticket == ticket_ ? called(record, *call) : overtaken(record, *call);
        if (const auto* back = std::get_if<ActUndone>(&record.event))
            undone(record, back->act);
        if (auto step = stepOf(outlet_, record, ticket_))
            why_.steps.push_back(std::move(*step));
    }
    outlet_.evolve(record);
}

void TicketStory::begin(const Ticket& ticket) {
    const bool byId = allDigits(wanted_) && std::to_string(ticket.id.value) == wanted_;
    if (!byId && inCapitals(ticket.number) != wanted_)
        return;
    ticket_ = ticket.id; // a later day's ticket of the same number is the one meant
    why_ = {};
    why_.number = ticket.number;
    away_ = {};
}

void TicketStory::passTime(Moment now) {
    const Ticket* ticket = outlet_.find(ticket_);
    if (ticket != nullptr && isAway(ticket->phase))
        away_ += now - outlet_.at();
}

Grounds TicketStory::groundsOf(const DecisionRecord& why, const Ticket& ticket) const {
    const Setup& setup = outlet_.setup();
    const Circumstances& around = why.circumstances;
    Grounds grounds;
    grounds.rule = why.rule;
    std::tie(grounds.headStart, grounds.basis) = around.eligible.empty()
                                                     ? basisOf(setup, ticket)
                                                     : std::pair{around.headStart, around.basis};
    if (grounds.basis == Basis::Tier)
        grounds.name = setup.find(ticket.tier)->name;
    if (grounds.basis == Basis::Service)
        grounds.name = setup.find(ticket.service)->name;
    grounds.promotion = Millis{0} - ticket.promotion;
    if (const auto by = promotions_.find(ticket.id);
        by != promotions_.end() && ticket.promotion != Millis{0})
        grounds.promotedBy = by->second;
    return grounds;
}

void TicketStory::called(const Record& record, const TicketCalled& call) {
    const Setup& setup = outlet_.setup();
    const Circumstances& around = call.why.circumstances;
    CallStory story;
    story.record = record;
    story.ticket = *outlet_.find(call.ticket);
    story.counter = setup.find(call.counter)->number;
    story.clock = clockAt(setup, record.at);
    story.grounds = groundsOf(call.why, story.ticket);
    story.bound = setup.overtakingBound();
    story.away = away_;
    story.helpDelay = rules::delayAt(outlet_.floor(), outlet_.floor().of(call.counter),
                                     outlet_.kind(story.ticket))
                          .value_or(Millis{0});
    story.eligible = eligible(call.counter, record.at);
    for (const Passed& passed : call.why.passed)
        if (const Ticket* one = outlet_.find(passed.ticket))
            story.passed.push_back(one->number);
    if (around.kept)
        story.keptSince = clockAt(setup, around.kept->since);
    if (const Band* band = around.band ? setup.find(*around.band) : nullptr)
        story.band = band->name;
    why_.calls.push_back(std::move(story));
}

void TicketStory::overtaken(const Record& record, const TicketCalled& call) {
    const Ticket* mine = outlet_.find(ticket_);
    const Ticket& other = *outlet_.find(call.ticket);
    if (mine == nullptr || mine->phase != Phase::Waiting || mine->arrival >= other.arrival)
        return;
    const auto delay =
        rules::delayAt(outlet_.floor(), outlet_.floor().of(call.counter), outlet_.kind(*mine));
    if (!delay || mine->arrival + *delay > record.at)
        return;
    why_.overtakes.push_back({other.number, other.id, record.sequence, record.at,
                              clockAt(outlet_.setup(), record.at),
                              outlet_.setup().find(call.counter)->number,
                              other.arrival - mine->arrival, groundsOf(call.why, other)});
}

void TicketStory::undone(const Record& record, const Act& act) {
    for (CallStory& call : why_.calls)
        if (call.record.sequence == act.sequence)
            call.takenBack = clockAt(outlet_.setup(), record.at);
    std::erase_if(why_.overtakes, [&](const Overtake& one) { return one.event == act.sequence; });
}

/// Everybody this counter might call at that moment, in order.
std::vector<std::string> TicketStory::eligible(const CounterId& counter, Moment at) const {
    const outlet::Index index = outlet_.floor().of(counter);
    std::vector<outlet::Standing> all;
    for (const outlet::Row& row : outlet_.line().rows())
        if (const auto delay = rules::delayAt(outlet_.floor(), index, row.kind()))
            for (const outlet::Standing& one : row)
                if (one.arrival + *delay <= at)
                    all.push_back(one);
    std::sort(all.begin(), all.end());
    std::vector<std::string> numbers;
    for (const outlet::Standing& one : all)
        numbers.push_back(outlet_.find(one.ticket)->number);
    return numbers;
}

std::optional<Why> TicketStory::tell() const {
    if (ticket_ == TicketId{})
        return std::nullopt;
    Why told = why_;
    std::stable_sort(told.overtakes.begin(), told.overtakes.end(),
                     [](const Overtake& a, const Overtake& b) { return a.by > b.by; });
    told.stand = stand();
    return told;
}

std::optional<Stand> TicketStory::stand() const {
    const Ticket* ticket = outlet_.find(ticket_);
    if (ticket == nullptr)
        return std::nullopt;
    const bool there = ticket->phase == Phase::Reserved || ticket->phase == Phase::Waiting ||
                       ticket->phase == Phase::Held || ticket->phase == Phase::Diverted;
    if (!there)
        return std::nullopt;
    Stand stand;
    stand.ticket = *ticket;
    stand.clock = clockAt(outlet_.setup(), ticket->since);
    stand.asOf = clockAt(outlet_.setup(), outlet_.at());
    stand.waited = outlet_.at() - ticket->arrival;
    stand.away = away_;
    if (ticket->phase == Phase::Diverted && ticket->place.counter)
        stand.machine = outlet_.setup().find(*ticket->place.counter)->number;
    if (ticket->phase == Phase::Waiting)
        whoIsAhead(*ticket, stand);
    return stand;
}

void TicketStory::whoIsAhead(const Ticket& ticket, Stand& stand) const {
    const outlet::Floor& floor = outlet_.floor();
    std::set<TicketId> ahead;
    std::set<TicketId> aheadLater;
    for (outlet::Index i = 0; i < floor.counters(); ++i) {
        const auto delay = rules::delayAt(floor, i, outlet_.kind(ticket));
        if (!delay || !open(outlet_.counters()[i]))
            continue;
        const bool now = stand.waited >= *delay;
        if (now)
            stand.now.push_back(floor.number(i));
        else
            stand.later.push_back({floor.number(i), *delay});
        if (outlet_.counters()[i].kept)
            stand.kept.push_back(floor.number(i));
        const Moment when = std::max(outlet_.at(), ticket.arrival + *delay);
        for (const outlet::Row& row : outlet_.line().rows())
            if (const auto theirs = rules::delayAt(floor, i, row.kind()))
                for (const outlet::Standing& one : row)
                    if (one < outlet_.standing(ticket) && one.arrival + *theirs <= when)
                        (now ? ahead : aheadLater).insert(one.ticket);
    }
    stand.ahead = static_cast<std::uint32_t>(stand.now.empty() ? aheadLater.size() : ahead.size());
}

} // namespace usher::house
