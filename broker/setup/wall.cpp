#include "broker/setup/wall.h"

#include "broker/setup/minutes.h"
#include "broker/setup/precedence.h"

#include <algorithm>
#include <cstdio>
#include <set>

namespace usher::setup {

namespace {

using protocol::Counter;
using protocol::Millis;
using protocol::Rank;
using protocol::Rung;
using protocol::Setup;
using protocol::Text;

std::string clockOf(int minute) {
    char text[16];
    std::snprintf(text, sizeof text, "%02d:%02d", minute / 60, minute % 60);
    return text;
}

class Notice {
public:
    Notice(const Setup& setup, Language language)
        : setup_{setup}, chinese_{language == Language::Chinese} {}

    std::string write() {
        line(setup_.name.zh + "：叫号顺序", setup_.name.en + ": who is called when");
        line("", "");
        order();
        line("", "");
        promise();
        exceptions();
        helpOut();
        keptFree();
        bands();
        degraded();
        machines();
        return text_;
    }

private:
    void line(const std::string& zh, const std::string& en) {
        text_ += (chinese_ ? zh : en) + "\n";
    }
    [[nodiscard]] std::string say(const Text& text) const { return chinese_ ? text.zh : text.en; }

    [[nodiscard]] Text who(const Rung& rung) const {
        const auto window = [&](Millis span) { return minutesOf(span); };
        const protocol::Policy& policy = setup_.policy;
        switch (rung.rank) {
        case Rank::Assisted:
            return {setup_.tiers[rung.index].name.zh + "（老人、残障人士、孕妇、携幼儿者）",
                    setup_.tiers[rung.index].name.en +
                        " (elderly, disabled, pregnant, with a small child)"};
        case Rank::Vip:
        case Rank::Ordinary:
            return setup_.tiers[rung.index].name;
        case Rank::Appointment:
            return {"预约客户（预约时间前 " + window(policy.appointmentEarly) + " 分钟至后 " +
                        window(policy.appointmentLate) + " 分钟内取号）",
                    "With an appointment (ticket taken from " + window(policy.appointmentEarly) +
                        " min before it to " + window(policy.appointmentLate) + " min after)"};
        case Rank::Returning:
            return {"返回队伍的客户（转办、暂离后返回、设备未能办理）",
                    "Coming back (sent on after being served, from filling in a form, from a "
                    "machine)"};
        case Rank::Corporate:
            return {"办理" + setup_.services[rung.index].name.zh + "的客户",
                    "For " + setup_.services[rung.index].name.en};
        }
        return {};
    }

    void order() {
        line(
            "每位客户按“视同取号时间”排队，最早者先叫。视同取号时间 = 取号时间减去下列分钟数；"
            "几项同时符合时只取最多的一项，不累加。",
            "The earliest ticket is called first. A ticket counts as taken earlier than it was by "
            "the minutes below; where several apply, by the greatest of them, never by their sum.");
        int place = 0;
        for (const Rung& rung : toldOrder(setup_)) {
            const Text name = who(rung);
            const std::string minutes = minutesOf(rung.headStart);
            ++place;
            line("  " + std::to_string(place) + ". " + name.zh + "：视同提前 " + minutes + " 分钟",
                 "  " + std::to_string(place) + ". " + name.en + ": counts as " + minutes +
                     " min earlier");
        }
        line("同一时间者，先取号者先叫。等候中两位客户的先后次序不会自行改变。",
             "Of two who count as the same moment, the ticket taken first goes first. The order of "
             "two who wait never changes by itself.");
    }

    void promise() {
        const std::string bound = minutesOf(setup_.overtakingBound());
        line("我们保证：比您晚到超过 " + bound +
                 " 分钟的客户，不会在可以为您服务的窗口先于您被叫号，除非由工作人员提前。",
             "Our promise: nobody who comes more than " + bound +
                 " minutes after you is called before you at a counter that may serve you, unless "
                 "staff move them forward.");
    }

    void exceptions() {
        const protocol::Policy& policy = setup_.policy;
        line("工作人员可说明原因，将有需要的客户提前；每位客户至多一次，至多 " +
                 minutesOf(policy.promote) +
                 " 分钟。由谁提前、因何提前均记录在案，此类叫号单独统计。",
             "Staff may move a customer forward for a reason: each customer once at most, by " +
                 minutesOf(policy.promote) +
                 " min at most. Who did it and why is kept, and such calls are counted apart.");
        line("叫号时不在场者，" + minutesOf(policy.lateReturn) + " 分钟内返回可保留原次序一次。",
             "Whoever was not there when called and is back within " +
                 minutesOf(policy.lateReturn) + " min keeps the place, once.");
    }

    void helpOut() {
        for (const Counter& counter : setup_.counters) {
            std::set<Millis> delays;
            for (const protocol::Takes& takes : counter.takes)
                if (takes.after > Millis{0})
                    delays.insert(takes.after);
            if (delays.empty())
                continue;
            std::string zh;
            std::string en;
            for (const Millis delay : delays) {
                zh += (zh.empty() ? "" : " 或 ") + minutesOf(delay);
                en += (en.empty() ? "" : " or ") + minutesOf(delay);
            }
            const char* each = delays.size() > 1 ? "，视业务而定" : "";
            const std::string number = std::to_string(counter.number);
            line(number + " 号窗口（" + counter.name.zh + "）在客户等候满 " + zh +
                     " 分钟后协助其他队伍" + each + "。",
                 "Counter " + number + " (" + counter.name.en +
                     ") helps other lines once somebody has waited " + en + " min" +
                     (delays.size() > 1 ? ", as the service may be." : "."));
        }
    }

    void keptFree() {
        const std::string most = minutesOf(setup_.policy.guard);
        if (setup_.policy.guard == Millis{0})
            return;
        for (const protocol::Tier& tier : setup_.tiers)
            if (tier.zone)
                line(say(setup_.find(*tier.zone)->name) + "的窗口会为即将到来的" + tier.name.zh +
                         "预留，最多 " + most + " 分钟。",
                     "Counters of the " + say(setup_.find(*tier.zone)->name) +
                         " are kept free for " + tier.name.en +
                         " customers known to be coming, for " + most + " min at most.");
    }

    void bands() {
        static constexpr const char* zh[] = {"周一", "周二", "周三", "周四",
                                             "周五", "周六", "周日"};
        static constexpr const char* en[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
        for (const protocol::Band& band : setup_.bands) {
            std::string days;
            const auto add = [&](const std::string& day) {
                days += (days.empty() ? "" : chinese_ ? "、" : ", ") + day;
            };
            for (const protocol::Weekday day : band.weekdays)
                add((chinese_ ? zh : en)[static_cast<std::size_t>(day)]);
            for (const protocol::Date date : band.dates)
                add(protocol::toText(date));
            if (days.empty())
                days = chinese_ ? "每天" : "every day";
            std::string counters;
            for (const protocol::BandCounter& one : band.counters)
                counters += (counters.empty() ? ""
                             : chinese_       ? "、"
                                              : ", ") +
                            std::to_string(setup_.find(one.counter)->number);
            const std::string hours = clockOf(band.from) + "-" + clockOf(band.to);
            line(band.name.zh + "（" + days + " " + hours + "）：" + counters +
                     " 号窗口办理的业务另行安排。",
                 band.name.en + " (" + days + ", " + hours + "): counters " + counters +
                     " take other services than usual.");
        }
    }

    void degraded() {
        if (setup_.policy.degradedBelow == 0)
            return;
        const std::string few = std::to_string(setup_.policy.degradedBelow);
        const std::string settle = minutesOf(setup_.policy.degradedSettle);
        line("开放窗口少于 " + few + " 个，或某项业务的自助设备全部停用，持续 " + settle +
                 " 分钟时，所有窗口不再等候、互相支援。",
             "With fewer than " + few +
                 " counters open, or every machine for some service out of use, for " + settle +
                 " min, every counter helps without waiting.");
    }

    void machines() {
        const bool any = std::any_of(setup_.zones.begin(), setup_.zones.end(),
                                     [](const protocol::Zone& zone) { return zone.selfService; });
        if (any)
            line("自助设备发生故障、缺钞或缺纸时，等候该设备的客户立即按原取号时间回到队伍。",
                 "When a machine fails or runs out of cash or paper, those in its line are back in "
                 "ours at once, with the time of their ticket.");
    }

    const Setup& setup_;
    bool chinese_;
    std::string text_;
};

} // namespace

std::string wall(const Setup& setup, Language language) {
    return Notice{setup, language}.write();
}

} // namespace usher::setup
