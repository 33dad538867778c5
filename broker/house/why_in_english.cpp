#include "broker/house/why_words.h"

#include <fmt/format.h>

#include <map>

namespace usher::house {

using namespace protocol;

namespace {

const DecisionRecord& why(const CallStory& story) {
    return std::get<TicketCalled>(story.record.event).why;
}

std::string span(Millis of) {
    if (of < std::chrono::seconds{1})
        return "less than a second";
    if (of < std::chrono::minutes{1})
        return fmt::format("{} s", of.count() / 1000);
    const std::string text = fmt::format("{:.1f}", static_cast<double>(of.count()) / 60'000);
    return (text.ends_with(".0") ? text.substr(0, text.size() - 2) : text) + " min";
}

std::string cameBefore(Millis by) {
    return by < std::chrono::seconds{1} ? "had come at the same moment"
                                        : fmt::format("had come {} before it", span(by));
}

std::string named(const char* whose, const Text& name) {
    return name.en.empty() ? std::string{whose} : fmt::format("{}, {}", whose, name.en);
}

std::string whose(const Grounds& grounds) {
    switch (grounds.basis) {
    case Basis::Tier:
        return named("its tier's", grounds.name);
    case Basis::Service:
        return named("its service's", grounds.name);
    case Basis::Appointment:
        return "a kept appointment's";
    case Basis::Returning:
        return "for coming back";
    }
    return {};
}

std::string headStart(const Grounds& grounds) {
    return fmt::format("head start of {} ({})", span(grounds.headStart), whose(grounds));
}

/// Besides itself: "all 23 others who could be called there".
std::string others(const DecisionRecord& record) {
    const std::uint32_t others = record.candidates - 1;
    if (record.passedCount < others)
        return fmt::format("{} of the {} others who could be called there", record.passedCount,
                           others);
    return others == 1 ? std::string{"the only other who could be called there"}
                       : fmt::format("all {} others who could be called there", others);
}

std::string earliest(const DecisionRecord& record) {
    return (record.passedCount == 1 ? "that one " : "the earliest of them ") +
           cameBefore(record.worst);
}

std::string promoted(const CallStory& story) {
    const DecisionRecord& record = why(story);
    const Grounds& grounds = story.grounds;
    std::string text = fmt::format("a person moved it forward by {} ({})", span(grounds.promotion),
                                   grounds.promotedBy);
    if (grounds.headStart > Millis{0})
        text += ", besides its " + headStart(grounds);
    if (record.passedCount == 0)
        return text + "; nobody who could be called there had come before it";
    text += fmt::format("; with that it went before {}; {}", others(record), earliest(record));
    return text +
           (record.worst > story.bound
                ? fmt::format(", which is more than the {} there may be by rule", span(story.bound))
                : "");
}

/// Besides itself, it may be, nobody.
std::string firstOf(const DecisionRecord& record) {
    return record.candidates == 1
               ? std::string{"nobody else could be called there"}
               : fmt::format("it had come first of the {} who could be called there",
                             record.candidates);
}

std::string because(const CallStory& story) {
    const DecisionRecord& record = why(story);
    switch (record.rule) {
    case Rule::OnlyOne:
    case Rule::FirstCome:
        return firstOf(record);
    case Rule::Arrival:
        return "the counter was standing by and called it as soon as it could";
    case Rule::HeadStart:
        return fmt::format("its {} put it before {}; {}; by rule nobody is passed by more than {}",
                           headStart(story.grounds), others(record), earliest(record),
                           span(story.bound));
    case Rule::HelpOut:
        return fmt::format("the counter helps out whoever has been here for {}, and {}",
                           span(story.helpDelay), firstOf(record));
    case Rule::Promoted:
        return promoted(story);
    }
    return {};
}

/// What else held at that moment, if anything did.
std::string besides(const CallStory& story) {
    const Circumstances& around = why(story).circumstances;
    std::string text;
    if (around.kept) {
        const char* whom = around.kept->whom == Coming::Appointment ? "an appointment"
                           : around.kept->whom == Coming::Recognised
                               ? "a customer recognised at a kiosk"
                               : "a number in the printer";
        text +=
            fmt::format(" The counter had been kept free for {} since {}.", whom, story.keptSince);
    }
    if (around.degraded)
        text += " Too few counters or machines were in service just then, so every counter called "
                "whomever it can serve, without waiting first.";
    if (around.overridden)
        text += " Staff had changed for a while what the counter takes.";
    else if (!story.band.en.empty())
        text += fmt::format(" The hours of \"{}\" held.", story.band.en);
    if (!story.takenBack.empty())
        text += fmt::format(" The call was taken back at {}.", story.takenBack);
    return text;
}

std::string afterWhatWait(const CallStory& story) {
    const Millis waited = why(story).waited;
    if (waited < std::chrono::seconds{1})
        return "at once";
    std::string text = span(waited) + " after it was taken";
    if (story.away >= std::chrono::seconds{1})
        text += fmt::format(" ({} of that in the line)", span(waited - story.away));
    return text;
}

} // namespace

std::string inEnglish(const CallStory& story) {
    std::string text =
        fmt::format("{} was called to counter {} at {}, {}, because {}.", story.ticket.number,
                    story.counter, story.clock, afterWhatWait(story), because(story));
    if (story.passed.empty())
        return text + besides(story);
    text += fmt::format(" Passed: {}", fmt::join(story.passed, ", "));
    if (const std::size_t all = why(story).passedCount; all > story.passed.size())
        text += fmt::format(" and {} more", all - story.passed.size());
    return text + "." + besides(story);
}

std::string wentBeforeInEnglish(const Why& why) {
    if (why.overtakes.empty())
        return fmt::format("Nobody who came later was called before {} at a counter that could "
                           "have called it.",
                           why.number);
    const std::size_t all = why.overtakes.size();
    std::string text = fmt::format(
        "{} {} called before {}:", all,
        all == 1 ? "person who came later was" : "people who came later were", why.number);
    for (std::size_t i = 0; i < std::min(namedMax, why.overtakes.size()); ++i) {
        const Overtake& one = why.overtakes[i];
        const bool moved = one.grounds.rule == Rule::Promoted;
        text += fmt::format("{} {}, {} later, at {} to counter {} ({})", i == 0 ? "" : ";",
                            one.number, span(one.by), one.clock, one.counter,
                            moved ? fmt::format("moved forward by {} by {}",
                                                span(one.grounds.promotion), one.grounds.promotedBy)
                                  : fmt::format("head start of {}: {}", span(one.grounds.headStart),
                                                whose(one.grounds)));
    }
    if (why.overtakes.size() > namedMax)
        text += fmt::format("; and {} more", why.overtakes.size() - namedMax);
    return text + ".";
}

namespace {

std::string where(const Step& step) {
    if (step.counter != 0)
        return fmt::format("{} {}", step.machine ? "machine" : "counter", step.counter);
    return step.where.en.empty() ? std::string{"any counter"} : step.where.en;
}

std::string deed(const Step& step) {
    switch (step.deed) {
    case Deed::Taken:
        return step.counter != 0 ? "taken for " + where(step) : std::string{"taken"};
    case Deed::Called:
        return "called to " + where(step);
    case Deed::Recalled:
        return "called again";
    case Deed::Started:
        return "being served at " + where(step);
    case Deed::Served:
        return "served at " + where(step);
    case Deed::NoShow:
        return "did not come when called";
    case Deed::Held:
        return "put on hold, place kept";
    case Deed::Back:
        return "back in the line";
    case Deed::Transferred:
    case Deed::Redirected:
        return "sent to " + where(step);
    case Deed::Promoted:
        return fmt::format("moved forward by {}", span(step.promotion));
    case Deed::Left:
        return "left";
    case Deed::Voided:
        return "voided";
    case Deed::Cleared:
        return "cleared at the end of the day";
    case Deed::TakenBack:
        return "the last step taken back";
    }
    return {};
}

} // namespace

std::string stepsInEnglish(const Why& why) {
    std::string text = fmt::format("{} step by step:", why.number);
    for (const Step& step : why.steps) {
        text += fmt::format("{} {} {}", text.ends_with(':') ? "" : ";", step.clock, deed(step));
        if (!step.reason.empty())
            text += fmt::format(" ({})", step.reason);
    }
    return text + ".";
}

namespace {

std::string fate(Phase phase) {
    if (phase == Phase::Reserved)
        return "is with the printer and not in the line yet";
    return phase == Phase::Held ? "is on hold and keeps its place"
                                : "was sent to the machines and keeps its place";
}

std::string howLong(const Stand& stand) {
    if (stand.waited < std::chrono::seconds{1})
        return "has just come";
    std::string text = fmt::format("came {} ago", span(stand.waited));
    if (stand.away >= std::chrono::seconds{1})
        text += fmt::format(" and was in the line for {} of that", span(stand.waited - stand.away));
    return text;
}

} // namespace

std::string inEnglish(const Stand& stand) {
    const std::string& number = stand.ticket.number;
    if (stand.machine)
        return fmt::format("{} has been in the line of machine {} since {} and keeps its place.",
                           number, *stand.machine, stand.clock);
    if (stand.ticket.phase != Phase::Waiting)
        return fmt::format("{} {} (since {}).", number, fate(stand.ticket.phase), stand.clock);
    const std::string text = fmt::format("As of {} {} {}; ", stand.asOf, number, howLong(stand));
    if (stand.now.empty() && stand.later.empty())
        return text + "no counter that is open may call it.";
    std::string rest = stand.ahead == 0   ? "nobody"
                       : stand.ahead == 1 ? "1 person"
                                          : fmt::format("{} people", stand.ahead);
    rest += " would be called before it.";
    if (!stand.now.empty())
        rest += fmt::format(" Counters that may call it now: {}.", fmt::join(stand.now, ", "));
    std::map<Millis, std::vector<std::uint32_t>> later;
    for (const Stand::Later& one : stand.later)
        later[one.after].push_back(one.counter);
    for (const auto& [after, counters] : later)
        rest += fmt::format(" Counters that may once {} have passed since it came: {}.",
                            span(after), fmt::join(counters, ", "));
    if (!stand.kept.empty())
        rest += fmt::format(" Kept free for others just now: {}.", fmt::join(stand.kept, ", "));
    return text + rest;
}

std::vector<std::string> inEnglish(const Why& why) {
    std::vector<std::string> all;
    for (const CallStory& call : why.calls)
        all.push_back(inEnglish(call));
    if (tellsWhoWentBefore(why))
        all.push_back(wentBeforeInEnglish(why));
    if (tellsSteps(why))
        all.push_back(stepsInEnglish(why));
    if (why.stand)
        all.push_back(inEnglish(*why.stand));
    return all;
}

} // namespace usher::house
