#include "broker/sim/lobby_day.h"

#include "broker/forecast/chance.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace usher::sim {

using namespace protocol;
using forecast::AtCounter;
using forecast::Chance;
using forecast::InLine;
using outlet::Index;

namespace {

double secondsOf(Millis span) {
    return static_cast<double>(span.count()) / 1000;
}

/// The day as it really goes: a World of Roll that asks for a forecast whenever somebody waits.
class LobbyDay {
public:
    LobbyDay(const ReferenceLobby& lobby, const DayOptions& options, std::size_t day,
             Models& models)
        : lobby_{lobby}, options_{options}, day_{day}, models_{models}, coming_{lobby.customers(
                                                                            options.customers,
                                                                            options.seed, day)},
          histories_(lobby.setup.services.size() * lobby.setup.tiers.size()),
          done_(lobby.floor.counters(), forecast::never) {
        picture_.closes = Moment{ReferenceLobby::hours.closes * 60'000};
        picture_.floor = lobby.floor;
        for (const ReferenceService& service : lobby.services)
            means_.push_back(service.mean);
        for (Index counter = 0; counter < lobby.floor.counters(); ++counter) {
            const auto staff =
                named<StaffId>("day" + std::to_string(day) + "." + std::to_string(counter + 1));
            Chance teller{options.seed, day, counter, 't'};
            factors_.push_back(teller.lognormal(1, lobby.tellerCv));
            models_[Known].pace.known(staff, factors_.back());
            picture_.counters.push_back({Desk::Standby, {}, 0, staff, false});
        }
    }

    void watch(const outlet::Line& line) { line_ = &line; }
    [[nodiscard]] std::vector<Waited> rows() && { return std::move(rows_); }

    std::optional<forecast::Newcomer> arrival() {
        if (next_ == coming_.size())
            return std::nullopt;
        return coming_[next_++];
    }

    Moment call(const rules::Candidate& one, Index counter, Moment now) {
        finishUntil(now);
        const double waited = secondsOf(now - one.standing.arrival);
        if (const auto row = waiting_.find(one.standing.ticket); row != waiting_.end())
            rows_[row->second].waited = waited;
        history(one.kind).called(waited);
        const ReferenceService& service = lobby_.services[one.kind.service];
        Chance chance{options_.seed, day_, one.standing.ticket.value, 's'};
        const double took = chance.lognormal(service.mean, service.cv) * factors_[counter];
        AtCounter& at = picture_.counters[counter];
        at.desk = Desk::Serving;
        at.since = now;
        at.service = one.kind.service;
        done_[counter] = now + Millis{std::llround(took * 1000)};
        return done_[counter];
    }

    void came(const forecast::Newcomer& one, Moment now) {
        finishUntil(now);
        const int minute = static_cast<int>(now.ms / 60'000);
        for (forecast::Model& model : models_)
            model.traffic.came(one.kind.service, one.kind.tier, minute);
        if (options_.futures > 0 && line_->holds(one.kind, one.standing))
            foretell({one.standing.ticket, one.kind, one.standing.arrival}, now);
    }

    static void left(const outlet::Kind&, const outlet::Standing&, Moment) {}
    static void met(std::size_t, Moment) {}
    static bool enough() { return false; }

private:
    History& history(const outlet::Kind& kind) {
        return histories_[kind.service * lobby_.setup.tiers.size() + kind.tier];
    }

    /// Services that are over by now teach how long they took, and leave their counter free.
    void finishUntil(Moment now) {
        for (Index counter = 0; counter < done_.size(); ++counter) {
            AtCounter& at = picture_.counters[counter];
            if (at.desk != Desk::Serving || done_[counter] > now)
                continue;
            for (forecast::Model& model : models_)
                model.pace.served(at.service, *at.staff, done_[counter] - at.since);
            at.desk = Desk::Standby;
            at.since = done_[counter];
        }
    }

    void foretell(const InLine& customer, Moment now) {
        picture_.now = now;
        picture_.waiting.clear();
        for (const outlet::Row& row : line_->rows())
            for (const outlet::Standing& one : row)
                picture_.waiting.push_back({one.ticket, row.kind(), one.arrival});
        std::sort(picture_.waiting.begin(), picture_.waiting.end(),
                  [](const InLine& a, const InLine& b) { return a.ticket < b.ticket; });

        const Joined joined{picture_, customer, means_};
        const History& mine = history(customer.kind);
        Waited row{.customer = customer, .delays = mine.delays()};
        row.baseline = {mine.delays().les,  headOfLine(joined),    mine.lastTen(),
                        mine.delays().ewma, ticketMachine(joined), workAhead(joined)};
        for (std::size_t i = 0; i < models_.size(); ++i)
            row.rolled[i] = forecast::foresee(picture_, models_[i],
                                              {.futures = options_.futures,
                                               .seed = options_.seed + day_,
                                               .only = customer.ticket})
                                .waiting.front()
                                .wait;
        waiting_.emplace(customer.ticket, rows_.size());
        rows_.push_back(std::move(row));
    }

    const ReferenceLobby& lobby_;
    DayOptions options_;
    std::size_t day_;
    Models& models_;
    std::vector<forecast::Newcomer> coming_;
    std::size_t next_ = 0;
    const outlet::Line* line_ = nullptr;
    forecast::Start picture_;
    std::vector<double> means_;
    std::vector<double> factors_;    ///< by counter
    std::vector<History> histories_; ///< service x tier
    std::vector<Moment> done_;       ///< by counter: the end of the service there
    std::vector<Waited> rows_;
    std::map<TicketId, std::size_t> waiting_; ///< of these rows
};

} // namespace

std::vector<Waited> playDay(const ReferenceLobby& lobby, const DayOptions& options, std::size_t day,
                            Models& models) {
    LobbyDay world{lobby, options, day, models};
    forecast::Roll roll{lobby.floor, world};
    world.watch(roll.line());
    for (Index counter = 0; counter < lobby.floor.counters(); ++counter)
        roll.idle(counter, {});
    roll.run({});
    for (forecast::Model& model : models)
        model.traffic.dayEnded(ReferenceLobby::hours);
    return std::move(world).rows();
}

} // namespace usher::sim
