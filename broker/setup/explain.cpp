#include "broker/setup/explain.h"

#include "broker/setup/minutes.h"
#include "broker/setup/precedence.h"

#include <algorithm>
#include <cstdio>

namespace usher::setup {

namespace {

using protocol::Counter;
using protocol::Millis;
using protocol::OpenHours;
using protocol::Rank;
using protocol::Rung;
using protocol::Setup;
using protocol::Text;
using protocol::Tier;

std::string clock(const OpenHours& hours) {
    char text[64];
    std::snprintf(text, sizeof text, "%02d:%02d-%02d:%02d", hours.opens / 60, hours.opens % 60,
                  hours.closes / 60, hours.closes % 60);
    return text;
}

std::string numberOf(std::uint32_t number) {
    char text[16];
    std::snprintf(text, sizeof text, "%03u", number);
    return text;
}

bool ofTier(const Rung& rung) {
    return rung.rank == Rank::Assisted || rung.rank == Rank::Vip || rung.rank == Rank::Ordinary;
}

/// Writes the lines in one language.
class Page {
public:
    Page(const Setup& setup, Language language)
        : setup_{setup}, chinese_{language == Language::Chinese} {}

    std::string write() {
        text_ = say(setup_.name) + " (" + setup_.id.str() + "), " + setup_.timeZone.name + "\n";
        hours();
        zones();
        tiers();
        precedence();
        helpOut();
        return text_;
    }

private:
    [[nodiscard]] std::string say(const Text& text) const { return chinese_ ? text.zh : text.en; }
    [[nodiscard]] const char* say(const char* zh, const char* en) const {
        return chinese_ ? zh : en;
    }
    template <class All>
    [[nodiscard]] std::string joined(const All& all) const {
        std::string text;
        for (const std::string& one : all)
            text += (text.empty() ? "" : say("、", ", ")) + one;
        return text;
    }

    void hours() {
        static constexpr const char* zh[] = {"周一", "周二", "周三", "周四",
                                             "周五", "周六", "周日"};
        static constexpr const char* en[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
        std::vector<std::string> days;
        for (std::size_t first = 0; first < 7;) {
            std::size_t last = first;
            while (last < 6 && setup_.week[last + 1] == setup_.week[first])
                ++last;
            std::string day = say(zh[first], en[first]);
            if (last > first)
                day += std::string{say("至", "-")} + say(zh[last], en[last]);
            const auto& open = setup_.week[first];
            days.push_back(day + " " + (open ? clock(*open) : say("休息", "closed")));
            first = last + 1;
        }
        text_ += say("营业时间：", "Open: ") + joined(days);
        if (!setup_.holidays.empty())
            text_ += std::string{say("；节假日 ", "; holidays: ")} +
                     std::to_string(setup_.holidays.size()) + say(" 天休息", "");
        text_ += "\n";
    }

    void zones() {
        for (const protocol::Zone& zone : setup_.zones) {
            std::vector<std::string> counters;
            for (const Counter& counter : setup_.counters)
                if (counter.zone == zone.id)
                    counters.push_back(std::to_string(counter.number) + " " + say(counter.name));
            text_ += std::string{say("区域 ", "Zone ")} + say(zone.name) +
                     (zone.selfService ? say("（自助）", " (machines)") : "") + say("：", ": ") +
                     joined(counters) + "\n";
        }
    }

    [[nodiscard]] std::vector<Tier> favouredFirst() const {
        std::vector<Tier> tiers;
        for (const Rung& rung : toldOrder(setup_))
            if (ofTier(rung))
                tiers.push_back(setup_.tiers[rung.index]);
        return tiers;
    }

    void tiers() {
        for (const Tier& tier : favouredFirst()) {
            const protocol::Series* series = setup_.seriesOf(tier.id);
            text_ += std::string{say("客户等级 ", "Tier ")} + say(tier.name) +
                     say("：优先 ", ": head start ") + minutesOf(tier.headStart) +
                     say(" 分钟，等候目标 ", " min, wait target ") + minutesOf(tier.target) +
                     say(" 分钟", " min");
            if (series)
                text_ += std::string{say("，号码 ", ", numbers ")} + series->letter +
                         numberOf(series->first) + "-" + series->letter + numberOf(series->last);
            text_ += "\n";
        }
    }

    [[nodiscard]] std::string nameOf(const Rung& rung) const {
        switch (rung.rank) {
        case Rank::Assisted:
        case Rank::Vip:
        case Rank::Ordinary:
            return say(setup_.tiers[rung.index].name);
        case Rank::Appointment:
            return say("按时赴约", "a kept appointment");
        case Rank::Returning:
            return say("返回办理", "coming back");
        case Rank::Corporate:
            return say(setup_.services[rung.index].name);
        }
        return {};
    }

    void precedence() {
        text_ += say("叫号规则：取号时间减去优先分钟数，最早者先。",
                     "Who is next: the earliest of arrival minus head start.");
        text_ += "\n";
        std::vector<std::string> order;
        for (const Rung& rung : toldOrder(setup_))
            order.push_back(nameOf(rung) + " " + minutesOf(rung.headStart));
        text_ += say("次序（优先分钟数，取其最大，不累加）：",
                     "Order, by minutes of head start (the greatest counts, never the sum): ") +
                 joined(order) + "\n";
        passing();
        const std::string bound = minutesOf(setup_.overtakingBound());
        text_ += chinese_ ? "保证 (H)：比您晚到超过 " + bound +
                                " 分钟的客户，不会在可以为您服务的窗口先于您被叫号，除非由工作人员"
                                "提前。\n"
                          : "Promise (H): nobody who comes more than " + bound +
                                " min after you is called before you at a counter that may serve "
                                "you, unless staff move them forward.\n";
    }

    /// Tiers of equal minutes together, against those of the next fewer.
    void passing() {
        const std::vector<Tier> tiers = favouredFirst();
        std::vector<std::string> equals;
        for (std::size_t i = 0; i + 1 < tiers.size(); ++i) {
            equals.push_back(say(tiers[i].name));
            if (tiers[i].headStart == tiers[i + 1].headStart)
                continue;
            const std::string ahead = minutesOf(tiers[i].headStart - tiers[i + 1].headStart);
            text_ += "  " + joined(equals) +
                     (chinese_ ? " 可排在早来不超过 " + ahead + " 分钟的 " +
                                     say(tiers[i + 1].name) + " 之前"
                               : (equals.size() > 1 ? " go before " : " goes before ") +
                                     say(tiers[i + 1].name) + " who came less than " + ahead +
                                     " min earlier") +
                     "\n";
            equals.clear();
        }
    }

    void helpOut() {
        for (const Counter& counter : setup_.counters) {
            std::vector<std::string> delays;
            for (const protocol::Takes& takes : counter.takes)
                if (takes.after > Millis{0}) {
                    std::string one = minutesOf(takes.after);
                    if (std::find(delays.begin(), delays.end(), one) == delays.end())
                        delays.push_back(std::move(one));
                }
            if (delays.empty())
                continue;
            text_ += std::string{say("支援：窗口 ", "Helps out: counter ")} +
                     std::to_string(counter.number) + say(" 在客户等候 ", " once one has waited ") +
                     joined(delays) + say(" 分钟后协助\n", " min\n");
        }
    }

    const Setup& setup_;
    bool chinese_;
    std::string text_;
};

} // namespace

std::string explain(const Setup& setup, Language language) {
    return Page{setup, language}.write();
}

} // namespace usher::setup
