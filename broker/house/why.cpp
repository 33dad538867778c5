#include "broker/house/why.h"

#include "broker/journal/archive.h"
#include "broker/outlet/outlet.h"
#include "broker/rules/triage.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <tuple>

namespace usher::house {

using namespace protocol;

namespace {

bool allDigits(const std::string& text) {
    return !text.empty() && std::all_of(text.begin(), text.end(),
                                        [](unsigned char c) { return std::isdigit(c) != 0; });
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

std::string clockAt(const Setup& setup, Moment moment) {
    const int minute = setup.timeZone.local(moment).minute;
    return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

class Reader {
public:
    explicit Reader(std::string wanted) : wanted_{std::move(wanted)} {}

    void take(const Record& record) {
        if (const auto* taken = std::get_if<TicketTaken>(&record.event))
            begin(taken->ticket);
        if (const auto* moved = std::get_if<TicketPromoted>(&record.event))
            promotions_[moved->ticket] =
                (record.staff ? record.staff->str() : record.by.str()) + ": " + moved->reason;
        if (const auto* called = std::get_if<TicketCalled>(&record.event))
            if (called->ticket == ticket_)
                tell(record, *called);
        outlet_.evolve(record);
    }
    /// Nothing while it is at a counter, or long gone.
    [[nodiscard]] std::optional<Stand> stand() const;
    [[nodiscard]] bool found() const { return ticket_ != TicketId{}; }
    [[nodiscard]] std::vector<CallStory> stories() && { return std::move(stories_); }

private:
    void begin(const Ticket& ticket) {
        numbers_[ticket.id] = ticket.number;
        const bool byId = allDigits(wanted_) && std::to_string(ticket.id.value) == wanted_;
        if (!byId && ticket.number != wanted_)
            return;
        ticket_ = ticket.id; // a later day's ticket of the same number is the one meant
        stories_.clear();
    }
    void tell(const Record& record, const TicketCalled& called) {
        const Setup& setup = outlet_.setup();
        CallStory story{record,
                        *outlet_.find(called.ticket),
                        setup.find(called.counter)->number,
                        clockAt(setup, record.at),
                        {},
                        {},
                        setup.overtakingBound(),
                        eligible(called.counter, record.at),
                        {},
                        {},
                        {},
                        {}};
        const Circumstances& around = called.why.circumstances;
        if (around.kept)
            story.keptSince = clockAt(setup, around.kept->since);
        if (const Band* band = around.band ? setup.find(*around.band) : nullptr)
            story.band = band->name;
        std::tie(story.headStart, story.basis) = around.eligible.empty()
                                                     ? basisOf(setup, story.ticket)
                                                     : std::pair{around.headStart, around.basis};
        for (const Passed& passed : called.why.passed)
            story.passed.push_back(numbers_[passed.ticket]);
        if (const auto by = promotions_.find(called.ticket); by != promotions_.end())
            story.promotedBy = by->second;
        stories_.push_back(std::move(story));
    }

    /// Everybody this counter might call at that moment, in order.
    [[nodiscard]] std::vector<std::string> eligible(const CounterId& counter, Moment at) const {
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

    std::string wanted_;
    TicketId ticket_;
    outlet::Outlet outlet_;
    std::map<TicketId, std::string> numbers_;
    std::map<TicketId, std::string> promotions_;
    std::vector<CallStory> stories_;
};

bool open(const CounterState& at) {
    return at.desk != Desk::Closed && at.desk != Desk::Paused && !at.closing;
}

std::optional<Stand> Reader::stand() const {
    const Ticket* ticket = outlet_.find(ticket_);
    if (ticket == nullptr || ticket->phase == Phase::Called || ticket->phase == Phase::Serving)
        return std::nullopt;
    const outlet::Floor& floor = outlet_.floor();
    Stand stand;
    stand.ticket = *ticket;
    stand.clock = clockAt(outlet_.setup(), ticket->since);
    stand.waited = outlet_.at() - ticket->arrival;
    if (ticket->phase == Phase::Diverted && ticket->place.counter)
        stand.machine = outlet_.setup().find(*ticket->place.counter)->number;
    if (ticket->phase != Phase::Waiting)
        return stand;
    std::set<TicketId> ahead;
    std::set<TicketId> aheadLater;
    for (outlet::Index i = 0; i < floor.counters(); ++i) {
        const auto delay = rules::delayAt(floor, i, outlet_.kind(*ticket));
        if (!delay || !open(outlet_.counters()[i]))
            continue;
        const bool now = stand.waited >= *delay;
        if (now)
            stand.now.push_back(floor.number(i));
        else
            stand.later.push_back({floor.number(i), *delay});
        if (outlet_.counters()[i].kept)
            stand.kept.push_back(floor.number(i));
        const Moment when = std::max(outlet_.at(), ticket->arrival + *delay);
        for (const outlet::Row& row : outlet_.line().rows())
            if (const auto theirs = rules::delayAt(floor, i, row.kind()))
                for (const outlet::Standing& one : row)
                    if (one < outlet_.standing(*ticket) && one.arrival + *theirs <= when)
                        (now ? ahead : aheadLater).insert(one.ticket);
    }
    if (stand.now.empty())
        ahead = std::move(aheadLater);
    stand.ahead = static_cast<std::uint32_t>(ahead.size());
    return stand;
}

} // namespace

std::variant<Why, std::string> why(const std::filesystem::path& data, const std::string& ticket) {
    auto opened = journal::Archive::open(data);
    if (auto* trouble = std::get_if<journal::Trouble>(&opened))
        return trouble->what;
    Reader reader{ticket};
    const auto trouble =
        std::get<journal::Archive>(opened).forEachRecord(1, [&](const Record& record) {
            reader.take(record);
            return true;
        });
    if (trouble)
        return trouble->what;
    if (!reader.found())
        return "no ticket " + ticket + " was ever taken here";
    auto stand = reader.stand();
    return Why{std::move(reader).stories(), std::move(stand)};
}

} // namespace usher::house
