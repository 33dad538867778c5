#include "broker/devices/slip.h"

#include <algorithm>
#include <array>
#include <utility>

namespace usher::devices {
namespace {

enum class Sentence {
    Reprint,
    Offline,
    Number,
    Ahead,
    NobodyAhead,
    WaitRange,
    WaitAbout,
    NoWait,
    WaitUnknown,
    ForReference,
    WaitIn,
    GoTo,
    NobodyCalls,
    KeepNumber,
    Missed,
    MissedKept,
    Complaints,
    PrintedBy,
};

struct Phrase {
    Sentence sentence;
    std::string_view zh;
    std::string_view en;
};

constexpr std::array<Phrase, 18> phrases{{
    {Sentence::Reprint, "补打 %1", "Reprint 补打 %1"},
    {Sentence::Offline, "离线取号", "Issued offline 离线取号"},
    {Sentence::Number, "%1号", "%1号"},
    {Sentence::Ahead, "前面等候 %1 人", "People ahead of you: %1"},
    {Sentence::NobodyAhead, "前面无人等候", "Nobody is ahead of you"},
    {Sentence::WaitRange, "预计等待 %1-%2 分钟", "Estimated wait: %1-%2 min"},
    {Sentence::WaitAbout, "预计等待约 %1 分钟", "Estimated wait: about %1 min"},
    {Sentence::NoWait, "预计无需等待", "Estimated wait: none"},
    {Sentence::WaitUnknown, "预计等待 —", "Estimated wait: —"},
    {Sentence::ForReference, "（等候人数与时间仅供参考）", "(for reference only)"},
    {Sentence::WaitIn, "请在%1等候叫号", "Please wait in: %1"},
    {Sentence::GoTo, "请前往：%1（标牌 %2）", "Please go to: %1 (sign %2)"},
    {Sentence::NobodyCalls, "设备旁不叫号，请自行排队使用",
     "Nobody is called there: please queue at the machine."},
    {Sentence::KeepNumber, "设备无法办理时，本号码将由窗口叫号，请保留",
     "Keep this number: if the machine cannot help, a counter calls it."},
    {Sentence::Missed, "过号请联系大堂经理", "Missed your call? Please ask the lobby manager."},
    {Sentence::MissedKept, "过号 %1 分钟内返回，位置保留一次；超时请联系大堂经理",
     "Missed your call? Come back within %1 min and your place is kept, once."},
    {Sentence::Complaints, "服务监督电话 %1", "Complaints: %1"},
    {Sentence::PrintedBy, "%1  %2", "%1  %2"},
}};

class Writer {
public:
    explicit Writer(Language language) : language_{language} {}

    [[nodiscard]] std::string say(Sentence sentence, const std::string& first = {},
                                  const std::string& second = {}) const {
        const auto found = std::find_if(phrases.begin(), phrases.end(),
                                        [&](const Phrase& p) { return p.sentence == sentence; });
        const std::string_view pattern = language_ == Language::Zh ? found->zh : found->en;
        std::string said;
        for (std::size_t i = 0; i < pattern.size(); ++i) {
            if (pattern[i] != '%')
                said += pattern[i];
            else
                said += pattern[++i] == '1' ? first : second;
        }
        return said;
    }

    [[nodiscard]] const std::string& choose(const protocol::Text& text) const {
        const bool chinese = language_ == Language::Zh ? !text.zh.empty() : text.en.empty();
        return chinese ? text.zh : text.en;
    }

private:
    Language language_;
};

void add(std::vector<SlipLine>& lines, std::string text, Size size = Size::Normal,
         bool bold = false) {
    if (!text.empty())
        lines.push_back({std::move(text), size, bold});
}

void addMarks(std::vector<SlipLine>& lines, const Slip& slip, const Writer& writer) {
    if (slip.copy > 0)
        add(lines, writer.say(Sentence::Reprint, std::to_string(slip.copy)), Size::Normal, true);
    if (slip.offline)
        add(lines, writer.say(Sentence::Offline), Size::Normal, true);
}

std::string expected(const ForecastRange& wait, const Writer& writer) {
    if (wait.to == 0)
        return writer.say(Sentence::NoWait);
    return wait.from < wait.to
               ? writer.say(Sentence::WaitRange, std::to_string(wait.from), std::to_string(wait.to))
               : writer.say(Sentence::WaitAbout, std::to_string(wait.from));
}

void addMachine(std::vector<SlipLine>& lines, const Machine& machine, const Writer& writer) {
    add(lines,
        writer.say(Sentence::GoTo, writer.choose(machine.name), std::to_string(machine.sign)),
        Size::Normal, true);
    add(lines, writer.say(Sentence::NobodyCalls));
    add(lines, writer.say(Sentence::KeepNumber));
}

void addWait(std::vector<SlipLine>& lines, const Slip& slip, const Writer& writer) {
    if (slip.ahead)
        add(lines, *slip.ahead == 0 ? writer.say(Sentence::NobodyAhead)
                                    : writer.say(Sentence::Ahead, std::to_string(*slip.ahead)));
    if (slip.forecast)
        add(lines, expected(*slip.forecast, writer));
    else if (slip.ahead)
        add(lines, writer.say(Sentence::WaitUnknown));
    if (slip.ahead || slip.forecast)
        add(lines, writer.say(Sentence::ForReference));
    if (slip.machine)
        return addMachine(lines, *slip.machine, writer);
    if (const std::string& zone = writer.choose(slip.zone); !zone.empty())
        add(lines, writer.say(Sentence::WaitIn, zone));
}

} // namespace

Wording wording(const Slip& slip) {
    const Writer writer{slip.language};
    const bool alsoChinese = slip.language == Language::En;
    Wording all;
    auto& above = all.above;
    add(above, writer.choose(slip.outlet), Size::Large);
    if (alsoChinese && !slip.outlet.en.empty())
        add(above, slip.outlet.zh);
    addMarks(above, slip, writer);
    add(above, slip.number, Size::Huge, true);
    if (alsoChinese)
        add(above, writer.say(Sentence::Number, slip.number) + " " + slip.service.zh);
    if (!alsoChinese || !slip.service.en.empty())
        add(above, writer.choose(slip.service), Size::Large);
    addWait(above, slip, writer);
    add(above, slip.time);

    auto& below = all.below;
    add(below, slip.lateReturn ? writer.say(Sentence::MissedKept, std::to_string(*slip.lateReturn))
                               : writer.say(Sentence::Missed));
    if (!slip.phone.empty())
        add(below, writer.say(Sentence::Complaints, slip.phone));
    add(below, writer.say(Sentence::PrintedBy, slip.kiosk, slip.audit));
    return all;
}

} // namespace usher::devices
