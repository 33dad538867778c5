// [outlet], [hours] and [policy]: who the outlet is, when it opens, and its knobs.
#include "broker/setup/bounds.h"
#include "broker/setup/clock_words.h"
#include "broker/setup/draft.h"
#include "broker/setup/time_zone.h"

#include <algorithm>

namespace usher::setup {

namespace {

using protocol::Millis;
using protocol::OpenHours;

/// "08:30-17:00" or "closed"
std::optional<OpenHours> hoursFrom(const Word& word, Problems& problems) {
    if (word.text == "closed")
        return std::nullopt;
    const std::string_view text = word.text;
    const auto opens = minuteOf(text.substr(0, std::min<std::size_t>(5, text.size())));
    const auto closes =
        text.size() == 11 && text[5] == '-' ? minuteOf(text.substr(6)) : std::nullopt;
    if (!opens || !closes)
        problems.add(word.place, "\"" + word.text + "\" are no opening hours",
                     "write \"HH:MM-HH:MM\" between 00:00 and 24:00, or \"closed\"");
    else if (*opens >= *closes)
        problems.add(word.place, "\"" + word.text + "\" closes before it opens",
                     "write the earlier time first; hours end at midnight");
    else
        return OpenHours{*opens, *closes};
    return std::nullopt;
}

void readHolidays(Fields& hours, Draft& draft, Problems& problems) {
    auto& holidays = draft.setup.holidays;
    for (const Word& word : hours.words("holidays")) {
        const auto date = protocol::dateFromText(word.text);
        if (!date)
            problems.add(word.place, "\"" + word.text + "\" is no date", "write \"YYYY-MM-DD\"");
        else if (std::find(holidays.begin(), holidays.end(), *date) != holidays.end())
            problems.add(word.place, "\"" + word.text + "\" is there twice", "remove one");
        else if (holidays.size() == holidaysMax)
            problems.add(word.place, "there are too many holidays",
                         "keep " + std::to_string(holidaysMax) + " at most");
        else
            holidays.push_back(*date);
    }
    std::sort(holidays.begin(), holidays.end());
}

void readHours(Fields& top, Draft& draft, Problems& problems) {
    const Node* node = top.required("hours");
    if (!node)
        return;
    Fields hours{*node, "[hours]", problems};
    std::optional<OpenHours> everyDay;
    const bool hasEvery = hours.has("every_day");
    if (hasEvery)
        if (const auto word = hours.word("every_day"))
            everyDay = hoursFrom(*word, problems);
    std::string silent;
    for (std::size_t day = 0; day < weekdays.size(); ++day) {
        draft.setup.week[day] = everyDay;
        if (hours.has(weekdays[day])) {
            if (const auto word = hours.word(weekdays[day]))
                draft.setup.week[day] = hoursFrom(*word, problems);
        } else if (!hasEvery) {
            silent += (silent.empty() ? "" : ", ") + std::string{weekdays[day]};
        }
    }
    if (!silent.empty())
        problems.add(hours.place(), "[hours] says nothing of " + silent,
                     "add each, \"closed\" if it is, or \"every_day\"");
    readHolidays(hours, draft, problems);
    hours.finish();
}

void readOutlet(Fields& top, Draft& draft, Problems& problems) {
    const Node* node = top.required("outlet");
    if (!node)
        return;
    Fields outlet{*node, "[outlet]", problems};
    Word id;
    draft.setup.id = outlet.name<protocol::OutletId>("id", id);
    draft.setup.name = outlet.names("name");
    if (const auto zone = outlet.word("time_zone")) {
        if (auto found = loadTimeZone(zone->text))
            draft.setup.timeZone = std::move(*found);
        else
            problems.add(zone->place, "there is no time zone \"" + zone->text + "\"",
                         "write an IANA name this machine's tzdata knows, as \"Asia/Shanghai\"");
    }
    outlet.finish();
}

void readClosing(Fields& policy, Draft& draft, Problems& problems) {
    const auto word = policy.word("closing");
    if (!word)
        return;
    if (word->text == "clear")
        draft.setup.policy.closing = protocol::Closing::Clear;
    else if (word->text == "carry-over")
        draft.setup.policy.closing = protocol::Closing::CarryOver;
    else
        problems.add(word->place, "\"closing\" is \"" + word->text + "\"",
                     "write \"clear\" or \"carry-over\"");
}

void readPolicy(Fields& top, Draft& draft, Problems& problems) {
    if (!top.has("policy"))
        return;
    Fields policy{*top.required("policy"), "[policy]", problems};
    protocol::Policy& into = draft.setup.policy;
    const auto seconds = [&](const char* key, Range range, Millis& span) {
        if (!policy.has(key))
            return;
        if (const auto found = policy.whole(key, range))
            span = std::chrono::seconds{*found};
    };
    const auto minutes = [&](const char* key, Millis& span) {
        if (policy.has(key))
            span = policy.minutes(key, {0, spanMinutesMax});
    };
    const auto count = [&](const char* key, Range range, std::uint32_t& number) {
        if (!policy.has(key))
            return;
        if (const auto found = policy.whole(key, range))
            number = static_cast<std::uint32_t>(*found);
    };
    if (policy.has("closing"))
        readClosing(policy, draft, problems);
    seconds("provisional_s", {1, 600}, into.provisional);
    seconds("undo_s", {0, 60}, into.undo);
    minutes("promote_min", into.promote);
    minutes("late_return_min", into.lateReturn);
    minutes("appointment_min", into.appointment);
    minutes("appointment_early_min", into.appointmentEarly);
    minutes("appointment_late_min", into.appointmentLate);
    minutes("returning_min", into.returning);
    minutes("machine_done_min", into.machineDone);
    minutes("guard_min", into.guard);
    count("degraded_below", {0, static_cast<std::int64_t>(countersMax)}, into.degradedBelow);
    minutes("degraded_settle_min", into.degradedSettle);
    draft.places.appointment = policy.placeOf("appointment_min");
    draft.places.returning = policy.placeOf("returning_min");
    draft.places.degradedBelow = policy.placeOf("degraded_below");
    count("recalls_before_no_show", {0, 10}, into.recallsBeforeNoShow);
    count("waiting_max", {1, 10'000}, into.waitingMax);
    into.kioskMinute = 20;
    count("kiosk_minute", {0, 1'000}, into.kioskMinute);
    policy.finish();
}

} // namespace

void readOpening(Fields& top, Draft& draft, Problems& problems) {
    readOutlet(top, draft, problems);
    readHours(top, draft, problems);
    readPolicy(top, draft, problems);
}

} // namespace usher::setup
