#include "broker/house/replay.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <set>

namespace usher::house {

using namespace protocol;
namespace fs = std::filesystem;

namespace {

void add(Totals& to, const Totals& day) {
    to.taken += day.taken;
    to.called += day.called;
    to.served += day.served;
    to.noShow += day.noShow;
    to.left += day.left;
    to.diverted += day.diverted;
    to.voided += day.voided;
    to.worstOvertake = std::max(to.worstOvertake, day.worstOvertake);
    to.promoted += day.promoted;
    to.worstPromoted = std::max(to.worstPromoted, day.worstPromoted);
}

/// Which command gave which number to which ticket, and how often.
struct Given {
    TicketId ticket;
    std::string number;
    int times{};
};

class Replay {
public:
    explicit Replay(journal::Archive& archive) : archive_{archive} {
        for (const Sequence at : archive.snapshots())
            stored_.insert(at);
    }

    void run(Replayed& into) {
        const auto trouble = archive_.forEachRecord(1, [&](const Record& record) {
            take(record, into);
            return true;
        });
        if (trouble)
            into.differences.push_back(trouble->what);
        add(into.summary.totals, outlet_.totals());
        into.summary.waiting = static_cast<std::uint32_t>(outlet_.line().size());
        into.summary.bound = outlet_.setup().overtakingBound();
    }
    [[nodiscard]] const std::map<CommandId, Given>& given() const { return given_; }

private:
    void take(const Record& record, Replayed& into) {
        if (std::holds_alternative<DayOpened>(record.event))
            add(into.summary.totals, outlet_.totals());
        if (const auto* called = std::get_if<TicketCalled>(&record.event))
            if (seen_.insert(called->ticket).second)
                into.summary.waits[outlet_.find(called->ticket)->tier.str()].push_back(
                    called->why.waited);
        if (const auto* taken = std::get_if<TicketTaken>(&record.event)) {
            Given& given = given_[record.cause];
            given = {taken->ticket.id, taken->ticket.number, given.times + 1};
        }
        outlet_.evolve(record);
        into.events = record.sequence;
        if (stored_.contains(record.sequence))
            compare(record.sequence, into);
    }

    void compare(Sequence at, Replayed& into) {
        const auto kept = archive_.snapshot(at);
        const auto* trouble = std::get_if<journal::Trouble>(&kept);
        if (trouble != nullptr && trouble->category == journal::Category::Older)
            return; // the events are all there is of it
        ++into.snapshots;
        const auto* snapshot = std::get_if<Snapshot>(&kept);
        if (snapshot == nullptr || *snapshot != outlet_.snapshot())
            into.differences.push_back(
                fmt::format("the snapshot at event {} is not what the events lead to", at));
    }

    journal::Archive& archive_;
    outlet::Outlet outlet_;
    std::set<Sequence> stored_;
    std::set<TicketId> seen_;
    std::map<CommandId, Given> given_;
};

std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> found{""};
    for (const char c : line)
        if (c == ',')
            found.emplace_back();
        else
            found.back() += c;
    return found;
}

/// What is wrong with one acknowledged line; empty if nothing is.
std::string objection(const std::string& line, journal::Archive& archive,
                      const std::map<CommandId, Given>& given) {
    const auto parts = cells(line);
    const auto id = commandIdFromHex(parts.front());
    if (!id || parts.size() != 4)
        return "is no acknowledgement: " + line;
    const auto recalled = archive.recall(*id);
    const auto* answer = std::get_if<std::optional<engine::Remembered>>(&recalled);
    if (answer == nullptr || !*answer)
        return "acknowledged and not in the journal: " + line;
    if (parts[1] != "TakeTicket")
        return {};
    const auto at = given.find(*id);
    if (at == given.end() || at->second.times != 1 ||
        std::to_string(at->second.ticket.value) != parts[2] || at->second.number != parts[3])
        return "its ticket is not in the journal exactly once: " + line;
    return {};
}

void checkAcknowledged(const fs::path& file, journal::Archive& archive,
                       const std::map<CommandId, Given>& given, Replayed& into) {
    std::ifstream lines{file};
    if (!lines) {
        into.differences.push_back(file.string() + " cannot be read");
        return;
    }
    std::string line;
    for (std::size_t number = 1; std::getline(lines, line); ++number)
        if (const std::string wrong = objection(line, archive, given); !wrong.empty()) {
            ++into.summary.lost;
            into.differences.push_back(fmt::format("{}:{}: {}", file.string(), number, wrong));
        }
}

Replayed replayWith(journal::Archive& archive, const fs::path& acknowledged) {
    Replayed result;
    if (const auto verdict = archive.verify(); verdict.damaged) {
        result.differences.push_back(
            *verdict.damaged == 0
                ? verdict.what
                : fmt::format("event {} is damaged: {}", *verdict.damaged, verdict.what));
        return result;
    }
    Replay replay{archive};
    replay.run(result);
    if (!acknowledged.empty())
        checkAcknowledged(acknowledged, archive, replay.given(), result);
    return result;
}

} // namespace

Replayed replay(journal::Archive& archive) {
    return replayWith(archive, {});
}

Replayed replay(const fs::path& data, const fs::path& acknowledged) {
    auto opened = journal::Archive::open(data);
    if (const auto* trouble = std::get_if<journal::Trouble>(&opened)) {
        Replayed result;
        result.differences.push_back(trouble->what);
        return result;
    }
    return replayWith(std::get<journal::Archive>(opened), acknowledged);
}

namespace {

double minutes(Millis span) {
    return static_cast<double>(span.count()) / 60'000;
}

/// The nearest-rank quantile of sorted values; 0 of none.
double quantile(const std::vector<Millis>& sorted, double q) {
    if (sorted.empty())
        return 0;
    const auto rank = static_cast<std::size_t>(q * static_cast<double>(sorted.size() - 1) + 0.5);
    return minutes(sorted[rank]);
}

} // namespace

std::string toJson(const Summary& summary) {
    std::string waits;
    for (auto [tier, all] : summary.waits) {
        std::sort(all.begin(), all.end());
        waits += fmt::format(R"({}"{}":{{"p50":{:.2f},"p90":{:.2f},"max":{:.2f}}})",
                             waits.empty() ? "" : ",", tier, quantile(all, 0.5), quantile(all, 0.9),
                             quantile(all, 1));
    }
    const Totals& t = summary.totals;
    return fmt::format(
        R"({{"taken":{},"called":{},"served":{},"no_show":{},"left":{},"waiting":{},"lost":{},)"
        R"("worst_overtake_s":{:.1f},"bound_s":{:.1f},"promoted_calls":{},)"
        R"("worst_promoted_s":{:.1f},"waits":{{{}}}}})",
        t.taken, t.called, t.served, t.noShow, t.left, summary.waiting, summary.lost,
        static_cast<double>(t.worstOvertake.count()) / 1000,
        static_cast<double>(summary.bound.count()) / 1000, t.promoted,
        static_cast<double>(t.worstPromoted.count()) / 1000, waits);
}

} // namespace usher::house
