#include "broker/house/why_words.h"

#include <boost/describe/enum_to_string.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace usher::house {

namespace json = boost::json;
using namespace protocol;

namespace {

double seconds(Millis span) {
    return static_cast<double>(span.count()) / 1000;
}

const char* nameOf(Basis basis) {
    switch (basis) {
    case Basis::Tier:
        return "tier";
    case Basis::Service:
        return "service";
    case Basis::Appointment:
        return "appointment";
    case Basis::Returning:
        return "returning";
    }
    return "";
}

json::object spelt(const Grounds& grounds) {
    return {{"rule", boost::describe::enum_to_string(grounds.rule, "?")},
            {"head_start_s", seconds(grounds.headStart)},
            {"head_start_for", nameOf(grounds.basis)},
            {"promoted_by", grounds.promotedBy},
            {"promotion_s", seconds(Millis{0} - grounds.promotion)}};
}

json::object spelt(const CallStory& story) {
    const DecisionRecord& record = std::get<TicketCalled>(story.record.event).why;
    const Circumstances& around = record.circumstances;
    const json::value kept =
        around.kept ? json::value(boost::describe::enum_to_string(around.kept->whom, "?"))
                    : json::value(nullptr);
    json::array eligible;
    for (const std::string& number : story.eligible)
        eligible.emplace_back(number);
    json::array passed;
    for (std::size_t i = 0; i < story.passed.size(); ++i)
        passed.push_back({{"number", story.passed[i]}, {"by_s", seconds(record.passed[i].by)}});
    json::object call = spelt(story.grounds);
    const json::object rest{
        {"number", story.ticket.number},
        {"ticket", story.ticket.id.value},
        {"at", story.record.at.ms},
        {"event", story.record.sequence},
        {"counter", story.counter},
        {"kept_free_for", kept},
        {"band", around.band ? json::value(around.band->str()) : json::value(nullptr)},
        {"overridden", around.overridden},
        {"degraded", around.degraded},
        {"candidates", record.candidates},
        {"eligible", std::move(eligible)},
        {"passed_count", record.passedCount},
        {"passed", std::move(passed)},
        {"worst_s", seconds(record.worst)},
        {"bound_s", seconds(story.bound)},
        {"waited_s", seconds(record.waited)},
        {"in_line_s", seconds(record.waited - story.away)},
        {"taken_back", !story.takenBack.empty()},
        {"en", inEnglish(story)},
        {"zh", inChinese(story)}};
    call.insert(rest.begin(), rest.end());
    return call;
}

json::object speltOvertakes(const Why& why) {
    json::array calls;
    for (const Overtake& one : why.overtakes) {
        json::object call = spelt(one.grounds);
        const json::object rest{{"number", one.number},   {"ticket", one.ticket.value},
                                {"at", one.at.ms},        {"event", one.event},
                                {"counter", one.counter}, {"by_s", seconds(one.by)}};
        call.insert(rest.begin(), rest.end());
        calls.push_back(std::move(call));
    }
    return {{"calls", std::move(calls)},
            {"en", wentBeforeInEnglish(why)},
            {"zh", wentBeforeInChinese(why)}};
}

json::object speltSteps(const Why& why) {
    json::array steps;
    for (const Step& step : why.steps)
        steps.push_back(
            {{"what", boost::describe::enum_to_string(step.deed, "?")},
             {"at", step.at.ms},
             {"counter", step.counter != 0 ? json::value(step.counter) : json::value(nullptr)},
             {"reason", step.reason}});
    return {{"steps", std::move(steps)}, {"en", stepsInEnglish(why)}, {"zh", stepsInChinese(why)}};
}

json::object spelt(const Stand& stand) {
    json::array now;
    for (const std::uint32_t counter : stand.now)
        now.emplace_back(counter);
    json::array later;
    for (const Stand::Later& one : stand.later)
        later.push_back({{"counter", one.counter}, {"after_s", seconds(one.after)}});
    json::array kept;
    for (const std::uint32_t counter : stand.kept)
        kept.emplace_back(counter);
    return {{"number", stand.ticket.number},
            {"ticket", stand.ticket.id.value},
            {"phase", boost::describe::enum_to_string(stand.ticket.phase, "?")},
            {"waited_s", seconds(stand.waited)},
            {"in_line_s", seconds(stand.waited - stand.away)},
            {"ahead", stand.ahead},
            {"counters_now", std::move(now)},
            {"counters_later", std::move(later)},
            {"counters_kept", std::move(kept)},
            {"machine", stand.machine ? json::value(*stand.machine) : json::value(nullptr)},
            {"en", inEnglish(stand)},
            {"zh", inChinese(stand)}};
}

} // namespace

std::string toJson(const Why& why) {
    json::array calls;
    for (const CallStory& story : why.calls)
        calls.push_back(spelt(story));
    const json::value stand = why.stand ? json::value(spelt(*why.stand)) : json::value(nullptr);
    return json::serialize(json::object{{"calls", std::move(calls)},
                                        {"went_before", speltOvertakes(why)},
                                        {"course", speltSteps(why)},
                                        {"stand", stand}});
}

} // namespace usher::house
