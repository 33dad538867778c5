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
        return "不到 1 秒";
    if (of < std::chrono::minutes{1})
        return fmt::format("{} 秒", of.count() / 1000);
    const std::string text = fmt::format("{:.1f}", static_cast<double>(of.count()) / 60'000);
    return (text.ends_with(".0") ? text.substr(0, text.size() - 2) : text) + " 分钟";
}

std::string named(const char* what, const Text& name) {
    return name.zh.empty() ? std::string{what} : fmt::format("{}：{}", what, name.zh);
}

std::string forWhat(const Grounds& grounds) {
    switch (grounds.basis) {
    case Basis::Tier:
        return named("客户等级", grounds.name);
    case Basis::Service:
        return named("业务种类", grounds.name);
    case Basis::Appointment:
        return "按时赴约";
    case Basis::Returning:
        return "返回办理";
    }
    return {};
}

std::string headStart(const Grounds& grounds) {
    return fmt::format("优先 {}（{}）", span(grounds.headStart), forWhat(grounds));
}

/// Those passed, among the others who could be called there.
std::string others(const DecisionRecord& record) {
    const std::uint32_t others = record.candidates - 1;
    if (record.passedCount < others)
        return fmt::format("该窗口可叫的另外 {} 位客户中先到的 {} 位", others, record.passedCount);
    return others == 1 ? std::string{"该窗口可叫的另一位先到的客户"}
                       : fmt::format("该窗口可叫的其余 {} 位客户（均先到）", others);
}

std::string earliest(const DecisionRecord& record) {
    const char* who = record.passedCount == 1 ? "该位" : "其中最早的一位";
    return record.worst < std::chrono::seconds{1}
               ? fmt::format("{}几乎同时到达", who)
               : fmt::format("{}早到 {}", who, span(record.worst));
}

std::string promoted(const CallStory& story) {
    const DecisionRecord& record = why(story);
    const Grounds& grounds = story.grounds;
    std::string text =
        fmt::format("由工作人员提前 {}（{}）", span(grounds.promotion), grounds.promotedBy);
    if (grounds.headStart > Millis{0})
        text += "，另有" + headStart(grounds);
    if (record.passedCount == 0)
        return text + "；该窗口可叫的客户中没有比其先到者";
    text += fmt::format("；因此先于{}，{}", others(record), earliest(record));
    return text + (record.worst > story.bound
                       ? fmt::format("，超出规则所限的 {}", span(story.bound))
                       : "");
}

std::string because(const CallStory& story) {
    const DecisionRecord& record = why(story);
    switch (record.rule) {
    case Rule::OnlyOne:
        return "该窗口当时没有其他可叫的客户";
    case Rule::Arrival:
        return "该窗口正在待命，一旦可以叫该客户即叫号";
    case Rule::FirstCome:
        return fmt::format("在该窗口可叫的 {} 位客户中最先到达", record.candidates);
    case Rule::HeadStart:
        return fmt::format("该客户{}，因此先于{}，{}；按规则，晚到者领先至多 {}",
                           headStart(story.grounds), others(record), earliest(record),
                           span(story.bound));
    case Rule::HelpOut:
        return fmt::format(
            "该窗口协助到达已满 {}的客户，{}", span(story.helpDelay),
            record.candidates == 1
                ? std::string{"且当时没有其他可叫的客户"}
                : fmt::format("该客户在可叫的 {} 位客户中最先到达", record.candidates));
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
        const char* whom = around.kept->whom == Coming::Appointment ? "预约客户"
                           : around.kept->whom == Coming::Recognised ? "刚在取号机识别的客户"
                                                                     : "正在打印号票的客户";
        text += fmt::format("该窗口自 {} 起为{}预留。", story.keptSince, whom);
    }
    if (around.degraded)
        text += "当时开放的窗口或可用的设备过少，各窗口凡能办理的均不再等候、直接叫号。";
    if (around.overridden)
        text += "该窗口的业务范围当时由工作人员临时调整。";
    else if (!story.band.zh.empty())
        text += fmt::format("当时为“{}”时段。", story.band.zh);
    if (!story.takenBack.empty())
        text += fmt::format("此次叫号已于 {} 撤销。", story.takenBack);
    return text;
}

std::string afterWhatWait(const CallStory& story) {
    const Millis waited = why(story).waited;
    if (waited < std::chrono::seconds{1})
        return "取号后立即";
    std::string text = "取号后 " + span(waited);
    if (story.away >= std::chrono::seconds{1})
        text += fmt::format("，其中排队 {}", span(waited - story.away));
    return text;
}

} // namespace

std::string inChinese(const CallStory& story) {
    std::string text =
        fmt::format("{} 于 {}（{}）被叫到 {} 号窗口，原因：{}。", story.ticket.number, story.clock,
                    afterWhatWait(story), story.counter, because(story));
    if (story.passed.empty())
        return text + besides(story);
    text += fmt::format("被越过的号码：{}", fmt::join(story.passed, "、"));
    if (const std::size_t all = why(story).passedCount; all > story.passed.size())
        text += fmt::format("，以及另外 {} 位", all - story.passed.size());
    return text + "。" + besides(story);
}

std::string wentBeforeInChinese(const Why& why) {
    if (why.overtakes.empty())
        return fmt::format("在可以叫 {} 的窗口，没有比其晚到的客户先被叫号。", why.number);
    std::string text =
        fmt::format("有 {} 位晚到的客户先于 {} 被叫号：", why.overtakes.size(), why.number);
    for (std::size_t i = 0; i < std::min(namedMax, why.overtakes.size()); ++i) {
        const Overtake& one = why.overtakes[i];
        const bool moved = one.grounds.rule == Rule::Promoted;
        text += fmt::format(
            "{}{} 晚到 {}，于 {} 被叫到 {} 号窗口（{}）", i == 0 ? "" : "；", one.number,
            span(one.by), one.clock, one.counter,
            moved ? fmt::format("由工作人员提前 {}，{}", span(one.grounds.promotion),
                                one.grounds.promotedBy)
                  : fmt::format("优先 {}，{}", span(one.grounds.headStart), forWhat(one.grounds)));
    }
    if (why.overtakes.size() > namedMax)
        text += fmt::format("；以及另外 {} 位", why.overtakes.size() - namedMax);
    return text + "。";
}

namespace {

std::string where(const Step& step) {
    if (step.counter != 0)
        return fmt::format("{} 号{}", step.counter, step.machine ? "自助机" : "窗口");
    return step.where.zh.empty() ? std::string{"任一窗口"} : step.where.zh;
}

std::string deed(const Step& step) {
    switch (step.deed) {
    case Deed::Taken:
        return step.counter != 0 ? "取号，前往 " + where(step) : std::string{"取号"};
    case Deed::Called:
        return "被叫到 " + where(step);
    case Deed::Recalled:
        return "再次叫号";
    case Deed::Started:
        return "在 " + where(step) + "开始办理";
    case Deed::Served:
        return "在 " + where(step) + "办结";
    case Deed::NoShow:
        return "叫号未到";
    case Deed::Held:
        return "挂起，保留原有次序";
    case Deed::Back:
        return "回到队伍";
    case Deed::Transferred:
        return "转办至 " + where(step);
    case Deed::Redirected:
        return "引导至 " + where(step);
    case Deed::Promoted:
        return fmt::format("提前 {}", span(step.promotion));
    case Deed::Left:
        return "离开";
    case Deed::Voided:
        return "作废";
    case Deed::Cleared:
        return "日终清理";
    case Deed::TakenBack:
        return "上一步被撤销";
    }
    return {};
}

} // namespace

std::string stepsInChinese(const Why& why) {
    std::string text = fmt::format("{} 的经过：", why.number);
    bool first = true;
    for (const Step& step : why.steps) {
        text += fmt::format("{}{} {}", first ? "" : "；", step.clock, deed(step));
        if (!step.reason.empty())
            text += fmt::format("（{}）", step.reason);
        first = false;
    }
    return text + "。";
}

namespace {

std::string fate(Phase phase) {
    if (phase == Phase::Reserved)
        return "正在打印，尚未入队";
    return phase == Phase::Held ? "已挂起，保留原有次序" : "已转往自助区，保留原有次序";
}

std::string howLong(const Stand& stand) {
    if (stand.waited < std::chrono::seconds{1})
        return "刚刚取号";
    std::string text = fmt::format("取号已 {}", span(stand.waited));
    if (stand.away >= std::chrono::seconds{1})
        text += fmt::format("（其中排队 {}）", span(stand.waited - stand.away));
    return text;
}

} // namespace

std::string inChinese(const Stand& stand) {
    const std::string& number = stand.ticket.number;
    if (stand.machine)
        return fmt::format("{} 自 {} 起在 {} 号自助机排队，保留原有次序。", number, stand.clock,
                           *stand.machine);
    if (stand.ticket.phase != Phase::Waiting)
        return fmt::format("{} {}（自 {} 起）。", number, fate(stand.ticket.phase), stand.clock);
    const std::string text = fmt::format("截至 {}，{} {}，", stand.asOf, number, howLong(stand));
    if (stand.now.empty() && stand.later.empty())
        return text + "目前没有可以叫它的窗口。";
    std::string rest =
        stand.ahead == 0 ? "前面没有人。" : fmt::format("前面还有 {} 位。", stand.ahead);
    if (!stand.now.empty())
        rest += fmt::format("现在可以叫它的窗口：{}。", fmt::join(stand.now, "、"));
    std::map<Millis, std::vector<std::uint32_t>> later;
    for (const Stand::Later& one : stand.later)
        later[one.after].push_back(one.counter);
    for (const auto& [after, counters] : later)
        rest +=
            fmt::format("取号满 {}后可以叫它的窗口：{}。", span(after), fmt::join(counters, "、"));
    if (!stand.kept.empty())
        rest += fmt::format("现为他人预留的窗口：{}。", fmt::join(stand.kept, "、"));
    return text + rest;
}

std::vector<std::string> inChinese(const Why& why) {
    std::vector<std::string> all;
    for (const CallStory& call : why.calls)
        all.push_back(inChinese(call));
    if (tellsWhoWentBefore(why))
        all.push_back(wentBeforeInChinese(why));
    if (tellsSteps(why))
        all.push_back(stepsInChinese(why));
    if (why.stand)
        all.push_back(inChinese(*why.stand));
    return all;
}

} // namespace usher::house
