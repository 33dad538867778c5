#include "broker/house/why.h"

#include <fmt/format.h>

namespace usher::house {

using namespace protocol;

namespace {

const DecisionRecord& why(const CallStory& story) {
    return std::get<TicketCalled>(story.record.event).why;
}

std::string minutes(Millis span) {
    return fmt::format("{:.1f}", static_cast<double>(span.count()) / 60'000);
}

const char* english(Basis basis) {
    switch (basis) {
    case Basis::Tier:
        return "its tier's";
    case Basis::Service:
        return "its service's";
    case Basis::Appointment:
        return "a kept appointment's";
    case Basis::Returning:
        return "for coming back";
    }
    return "";
}

const char* chinese(Basis basis) {
    switch (basis) {
    case Basis::Tier:
        return "客户等级";
    case Basis::Service:
        return "业务种类";
    case Basis::Appointment:
        return "按时赴约";
    case Basis::Returning:
        return "返回办理";
    }
    return "";
}

const char* english(Coming whom) {
    switch (whom) {
    case Coming::Appointment:
        return "an appointment";
    case Coming::Recognised:
        return "a customer recognised at a kiosk";
    case Coming::Printing:
        return "a number in the printer";
    }
    return "";
}

const char* chinese(Coming whom) {
    switch (whom) {
    case Coming::Appointment:
        return "预约客户";
    case Coming::Recognised:
        return "刚在取号机识别的客户";
    case Coming::Printing:
        return "正在打印号票的客户";
    }
    return "";
}

/// What else held at that moment, if anything did.
std::string besidesInEnglish(const CallStory& story) {
    const Circumstances& around = why(story).circumstances;
    std::string text;
    if (around.kept)
        text += fmt::format(" The counter had been kept free for {} since {}.",
                            english(around.kept->whom), story.keptSince);
    if (around.degraded)
        text += " Few counters or machines were left, so all were helping at once.";
    if (around.overridden)
        text += " What the counter takes had been changed by a person.";
    else if (!story.band.en.empty())
        text += fmt::format(" The hours of \"{}\" held.", story.band.en);
    return text;
}

std::string besidesInChinese(const CallStory& story) {
    const Circumstances& around = why(story).circumstances;
    std::string text;
    if (around.kept)
        text +=
            fmt::format("该窗口自 {} 起为{}预留。", story.keptSince, chinese(around.kept->whom));
    if (around.degraded)
        text += "当时可用窗口或设备不足，所有窗口立即互相支援。";
    if (around.overridden)
        text += "该窗口的业务范围当时由工作人员临时调整。";
    else if (!story.band.zh.empty())
        text += fmt::format("当时为“{}”时段。", story.band.zh);
    return text;
}

} // namespace

std::string inEnglish(const CallStory& story) {
    const DecisionRecord& record = why(story);
    std::string because;
    switch (record.rule) {
    case Rule::OnlyOne:
        because = "nobody else could be called there";
        break;
    case Rule::Arrival:
        because = "the counter was standing by when it came";
        break;
    case Rule::FirstCome:
        because =
            fmt::format("it was first of the {} who could be called there", record.candidates);
        break;
    case Rule::HeadStart:
        because = fmt::format("its head start of {} min ({}) put it before {} of the {} who could "
                              "be called there, the earliest of whom had come {} min before it; "
                              "more than {} min is never possible",
                              minutes(story.headStart), english(story.basis), record.passedCount,
                              record.candidates, minutes(record.worst), minutes(story.bound));
        break;
    case Rule::HelpOut:
        because = "the counter helps out those who have waited long enough, and it was first";
        break;
    case Rule::Promoted:
        because = fmt::format("a person moved it forward by {} min ({}), which put it before {} of "
                              "the {} who could be called there",
                              minutes(Millis{0} - story.ticket.promotion), story.promotedBy,
                              record.passedCount, record.candidates);
        break;
    }
    std::string text = fmt::format("{} was called to counter {} at {}, after {} min, because {}.",
                                   story.ticket.number, story.counter, story.clock,
                                   minutes(record.waited), because);
    if (!story.passed.empty())
        text += fmt::format(" Passed: {}.", fmt::join(story.passed, ", "));
    return text + besidesInEnglish(story);
}

std::string inChinese(const CallStory& story) {
    const DecisionRecord& record = why(story);
    std::string because;
    switch (record.rule) {
    case Rule::OnlyOne:
        because = "该窗口当时没有其他可叫的客户";
        break;
    case Rule::Arrival:
        because = "客户到达时该窗口正在待命";
        break;
    case Rule::FirstCome:
        because = fmt::format("在该窗口可叫的 {} 位客户中排在最前", record.candidates);
        break;
    case Rule::HeadStart:
        because = fmt::format("该客户有 {} 分钟的优先时间（{}），排在该窗口可叫的 {} 位客户中的 {} "
                              "位先到者之前，其中最早的一位早到 {} 分钟；上限为 {} 分钟",
                              minutes(story.headStart), chinese(story.basis), record.candidates,
                              record.passedCount, minutes(record.worst), minutes(story.bound));
        break;
    case Rule::HelpOut:
        because = "该窗口协助等候已久的客户，该客户排在最前";
        break;
    case Rule::Promoted:
        because = fmt::format("由工作人员提前 {} 分钟（{}），排在该窗口可叫的 {} 位客户中的 {} "
                              "位先到者之前",
                              minutes(Millis{0} - story.ticket.promotion), story.promotedBy,
                              record.candidates, record.passedCount);
        break;
    }
    std::string text =
        fmt::format("{} 于 {} 被叫到 {} 号窗口，已等候 {} 分钟；原因：{}。", story.ticket.number,
                    story.clock, story.counter, minutes(record.waited), because);
    if (!story.passed.empty())
        text += fmt::format("被越过的号码：{}。", fmt::join(story.passed, "、"));
    return text + besidesInChinese(story);
}

namespace {

/// What became of a ticket that is neither waiting nor at a counter.
std::pair<const char*, const char*> fate(Phase phase) {
    switch (phase) {
    case Phase::Reserved:
        return {"正在打印，尚未入队", "is with the printer and not in the line yet"};
    case Phase::Held:
        return {"已挂起，保留原有次序", "is held and keeps its place"};
    case Phase::Diverted:
        return {"已转往自助区，保留原有次序", "was sent to the machines and keeps its place"};
    case Phase::Done:
        return {"已办结", "was served"};
    case Phase::NoShow:
        return {"叫号未到", "did not come when called"};
    case Phase::Left:
        return {"已离开", "has left"};
    case Phase::Voided:
        return {"已作废", "was voided"};
    case Phase::Waiting:
    case Phase::Called:
    case Phase::Serving:
        break;
    }
    return {"", ""};
}

} // namespace

std::string inEnglish(const Stand& stand) {
    const std::string& number = stand.ticket.number;
    if (stand.machine)
        return fmt::format("{} has been in the line of machine {} since {} and keeps its place.",
                           number, *stand.machine, stand.clock);
    if (stand.ticket.phase != Phase::Waiting)
        return fmt::format("{} {} ({}).", number, fate(stand.ticket.phase).second, stand.clock);
    std::string text = fmt::format(
        "{} has waited {} min; {} would be called before it.", number, minutes(stand.waited),
        stand.ahead == 1 ? "1 person" : fmt::format("{} people", stand.ahead));
    if (stand.now.empty() && stand.later.empty())
        return text + " No counter that is open may call it.";
    if (!stand.now.empty())
        text += fmt::format(" Counters that may call it now: {}.", fmt::join(stand.now, ", "));
    for (const Stand::Later& one : stand.later)
        text += fmt::format(" Counter {} may once it has waited {} min.", one.counter,
                            minutes(one.after));
    if (!stand.kept.empty())
        text += fmt::format(" Kept free just now: {}.", fmt::join(stand.kept, ", "));
    return text;
}

std::string inChinese(const Stand& stand) {
    const std::string& number = stand.ticket.number;
    if (stand.machine)
        return fmt::format("{} 自 {} 起在 {} 号自助机排队，保留原有次序。", number, stand.clock,
                           *stand.machine);
    if (stand.ticket.phase != Phase::Waiting)
        return fmt::format("{} {}（{}）。", number, fate(stand.ticket.phase).first, stand.clock);
    std::string text = fmt::format("{} 已等候 {} 分钟，前面还有 {} 位。", number,
                                   minutes(stand.waited), stand.ahead);
    if (stand.now.empty() && stand.later.empty())
        return text + "目前没有可以叫它的窗口。";
    if (!stand.now.empty())
        text += fmt::format("现在可以叫它的窗口：{}。", fmt::join(stand.now, "、"));
    for (const Stand::Later& one : stand.later)
        text +=
            fmt::format("{} 号窗口在其等候满 {} 分钟后可以叫它。", one.counter, minutes(one.after));
    if (!stand.kept.empty())
        text += fmt::format("现为他人预留的窗口：{}。", fmt::join(stand.kept, "、"));
    return text;
}

} // namespace usher::house
