#include "broker/house/why.h"

#include "broker/journal/archive.h"
#include "broker/outlet/outlet.h"

#include <boost/describe/enum_to_string.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace usher::house {

using namespace protocol;

namespace {

bool allDigits(const std::string& text) {
    return !text.empty() && std::all_of(text.begin(), text.end(),
                                        [](unsigned char c) { return std::isdigit(c) != 0; });
}

class Reader {
public:
    explicit Reader(std::string wanted) : wanted_{std::move(wanted)} {}

    void take(const Record& record) {
        if (const auto* taken = std::get_if<TicketTaken>(&record.event))
            begin(taken->ticket);
        if (const auto* moved = std::get_if<TicketPromoted>(&record.event))
            promotions_[moved->ticket] = record.by.str() + ": " + moved->reason;
        if (const auto* called = std::get_if<TicketCalled>(&record.event))
            if (called->ticket == ticket_)
                tell(record, *called);
        outlet_.evolve(record);
    }
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
        const LocalTime local = setup.timeZone.local(record.at);
        CallStory story{record,
                        *outlet_.find(called.ticket),
                        setup.find(called.counter)->number,
                        fmt::format("{:02}:{:02}", local.minute / 60, local.minute % 60),
                        setup.find(outlet_.find(called.ticket)->tier)->headStart,
                        setup.overtakingBound(),
                        {},
                        {}};
        for (const Passed& passed : called.why.passed)
            story.passed.push_back(numbers_[passed.ticket]);
        if (const auto by = promotions_.find(called.ticket); by != promotions_.end())
            story.promotedBy = by->second;
        stories_.push_back(std::move(story));
    }

    std::string wanted_;
    TicketId ticket_;
    outlet::Outlet outlet_;
    std::map<TicketId, std::string> numbers_;
    std::map<TicketId, std::string> promotions_;
    std::vector<CallStory> stories_;
};

const DecisionRecord& why(const CallStory& story) {
    return std::get<TicketCalled>(story.record.event).why;
}

std::string minutes(Millis span) {
    return fmt::format("{:.1f}", static_cast<double>(span.count()) / 60'000);
}

} // namespace

std::variant<std::vector<CallStory>, std::string> whyCalled(const std::filesystem::path& data,
                                                            const std::string& ticket) {
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
    return std::move(reader).stories();
}

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
        because = fmt::format("its head start of {} min put it before {} of the {} who could be "
                              "called there, the earliest of whom had come {} min before it; more "
                              "than {} min is never possible",
                              minutes(story.headStart), record.passedCount, record.candidates,
                              minutes(record.worst), minutes(story.bound));
        break;
    case Rule::HelpOut:
        because = "the counter helps out those who have waited long enough, and it was first";
        break;
    case Rule::Promoted:
        because = fmt::format("a person moved it forward ({})", story.promotedBy);
        break;
    }
    std::string text = fmt::format("{} was called to counter {} at {}, after {} min, because {}.",
                                   story.ticket.number, story.counter, story.clock,
                                   minutes(record.waited), because);
    if (!story.passed.empty())
        text += fmt::format(" Passed: {}.", fmt::join(story.passed, ", "));
    return text;
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
        because = fmt::format("该客户有 {} 分钟的优先时间，排在该窗口可叫的 {} 位客户中的 {} "
                              "位先到者之前，其中最早的一位早到 {} 分钟；上限为 {} 分钟",
                              minutes(story.headStart), record.candidates, record.passedCount,
                              minutes(record.worst), minutes(story.bound));
        break;
    case Rule::HelpOut:
        because = "该窗口协助等候已久的客户，该客户排在最前";
        break;
    case Rule::Promoted:
        because = fmt::format("由工作人员提前（{}）", story.promotedBy);
        break;
    }
    std::string text =
        fmt::format("{} 于 {} 被叫到 {} 号窗口，已等候 {} 分钟；原因：{}。", story.ticket.number,
                    story.clock, story.counter, minutes(record.waited), because);
    if (!story.passed.empty())
        text += fmt::format("被越过的号码：{}。", fmt::join(story.passed, "、"));
    return text;
}

std::string toJson(const std::vector<CallStory>& stories) {
    std::string all;
    for (const CallStory& story : stories) {
        const DecisionRecord& record = why(story);
        std::string passed;
        for (std::size_t i = 0; i < story.passed.size(); ++i)
            passed += fmt::format(R"({}{{"number":"{}","by_s":{:.3f}}})", i == 0 ? "" : ",",
                                  story.passed[i],
                                  static_cast<double>(record.passed[i].by.count()) / 1000);
        all += fmt::format(
            R"({}{{"number":"{}","ticket":{},"at":{},"event":{},"counter":{},"rule":"{}",)"
            R"("candidates":{},"passed_count":{},"passed":[{}],"worst_s":{:.3f},"bound_s":{:.3f},)"
            R"("waited_s":{:.3f},"en":"{}","zh":"{}"}})",
            all.empty() ? "" : ",", story.ticket.number, story.ticket.id.value, story.record.at.ms,
            story.record.sequence, story.counter, boost::describe::enum_to_string(record.rule, "?"),
            record.candidates, record.passedCount, passed,
            static_cast<double>(record.worst.count()) / 1000,
            static_cast<double>(story.bound.count()) / 1000,
            static_cast<double>(record.waited.count()) / 1000, inEnglish(story), inChinese(story));
    }
    return "[" + all + "]";
}

} // namespace usher::house
