#include "tests/support/drawing.h"

#include <algorithm>

namespace usher::script {

using namespace protocol;

namespace {

void drawZone(Setup& setup, Words& words) {
    const ZoneId id = words.takeId<ZoneId>();
    setup.zones.push_back({id, {id.str(), id.str()}, words.has("self-service")});
}

void drawTier(Setup& setup, Words& words) {
    Tier tier{words.takeId<TierId>(), {}, {}, Millis{900'000}, {}};
    const auto letter = words.after("letter");
    const auto from = words.after("from");
    const auto to = words.after("to");
    if (const auto zone = words.after("zone"))
        tier.zone = named<ZoneId>(*zone);
    tier.headStart = words.takeSpan();
    const std::string own(1, static_cast<char>('A' + setup.series.size()));
    setup.series.push_back({letter.value_or(own),
                            from ? static_cast<std::uint32_t>(std::stoul(*from)) : 1,
                            to ? static_cast<std::uint32_t>(std::stoul(*to)) : 999,
                            {tier.id}});
    setup.tiers.push_back(tier);
}

void drawService(Setup& setup, Words& words) {
    Service service;
    service.id = words.takeId<ServiceId>();
    service.name = {service.id.str(), service.id.str()};
    if (const auto zone = words.after("zone"))
        service.zone = named<ZoneId>(*zone);
    service.cash = words.has("notes");
    if (Words ahead{words.rest("head-start")}; !ahead.empty()) {
        service.headStart = ahead.takeSpan();
        ahead.done();
    }
    service.typical = words.empty() ? Millis{300'000} : words.takeSpan();
    setup.services.push_back(service);
}

Takes drawTakes(Words words) {
    Takes takes;
    while (!words.empty() && words.peek() != "of" && words.peek() != "after")
        takes.services.push_back(words.takeId<ServiceId>());
    if (takes.services == std::vector{named<ServiceId>("all")})
        takes.services.clear();
    if (words.has("of"))
        while (!words.empty() && words.peek() != "after")
            takes.tiers.push_back(words.takeId<TierId>());
    if (words.has("after"))
        takes.after = words.takeSpan();
    words.done();
    return takes;
}

void drawCounter(Setup& setup, Words& words) {
    Counter counter;
    counter.id = words.takeId<CounterId>();
    const auto number = words.after("number");
    counter.number = number ? static_cast<std::uint32_t>(std::stoul(*number))
                            : static_cast<std::uint32_t>(setup.counters.size()) + 1;
    counter.name = {counter.id.str(), counter.id.str()};
    if (const auto zone = words.after("zone"))
        counter.zone = named<ZoneId>(*zone);
    counter.takes = drawnTakes(words.rest("takes"));
    words.done();
    std::erase_if(setup.counters, [&](const Counter& c) { return c.id == counter.id; });
    setup.counters.push_back(counter);
}

/// "band noon 11:30 13:30 on monday counter C1 takes cash": one counter a line, more by repeating.
void drawBand(Setup& setup, Words& words) {
    Band band;
    BandCounter counter;
    counter.takes = drawnTakes(words.rest("takes"));
    if (const auto id = words.after("counter"))
        counter.counter = named<CounterId>(*id);
    while (const auto day = words.after("on")) {
        if (const auto date = dateFromText(*day))
            band.dates.push_back(*date);
        else
            band.weekdays.push_back(valueOf<Weekday>(*day));
    }
    band.id = words.takeId<BandId>();
    band.from = words.takeTime();
    band.to = words.takeTime();
    const auto known = std::find_if(setup.bands.begin(), setup.bands.end(),
                                    [&](const Band& one) { return one.id == band.id; });
    if (known != setup.bands.end()) {
        known->counters.push_back(counter);
        return;
    }
    band.counters.push_back(counter);
    setup.bands.push_back(band);
}

void drawPolicy(Policy& policy, Words& words) {
    const std::string knob = words.take();
    if (knob == "carry-over")
        policy.closing = Closing::CarryOver;
    else if (knob == "clear")
        policy.closing = Closing::Clear;
    else if (knob == "waiting-max")
        policy.waitingMax = words.takeCount();
    else if (knob == "kiosk-minute")
        policy.kioskMinute = words.takeCount();
    else if (knob == "recalls")
        policy.recallsBeforeNoShow = words.takeCount();
    else if (knob == "promote")
        policy.promote = words.takeSpan();
    else if (knob == "late-return")
        policy.lateReturn = words.takeSpan();
    else if (knob == "undo")
        policy.undo = words.takeSpan();
    else if (knob == "appointment")
        policy.appointment = words.takeSpan();
    else if (knob == "early")
        policy.appointmentEarly = words.takeSpan();
    else if (knob == "late")
        policy.appointmentLate = words.takeSpan();
    else if (knob == "returning")
        policy.returning = words.takeSpan();
    else if (knob == "machine-done")
        policy.machineDone = words.takeSpan();
    else if (knob == "guard")
        policy.guard = words.takeSpan();
    else if (knob == "degraded-below")
        policy.degradedBelow = words.takeCount();
    else if (knob == "settle")
        policy.degradedSettle = words.takeSpan();
    else
        throw NotUnderstood("no such policy: " + knob);
}

template <class T>
void removeFrom(std::vector<T>& all, Words& words) {
    const auto id = words.takeId<decltype(T::id)>();
    if (std::erase_if(all, [&](const T& one) { return one.id == id; }) == 0)
        throw NotUnderstood("nothing to remove: " + id.str());
}

void remove(Setup& setup, Words& words) {
    const std::string kind = words.take();
    if (kind == "counter")
        removeFrom(setup.counters, words);
    else if (kind == "service")
        removeFrom(setup.services, words);
    else if (kind == "tier")
        removeFrom(setup.tiers, words);
    else if (kind == "zone")
        removeFrom(setup.zones, words);
    else
        throw NotUnderstood("cannot remove a " + kind);
}

} // namespace

std::vector<Takes> drawnTakes(std::string words) {
    std::vector<Takes> takes;
    for (std::size_t comma = words.find(','); comma != std::string::npos; comma = words.find(',')) {
        takes.push_back(drawTakes(Words{words.substr(0, comma)}));
        words = words.substr(words.find("takes", comma) + 5);
    }
    takes.push_back(drawTakes(Words{words}));
    return takes;
}

bool draw(Setup& setup, const std::string& verb, Words& words) {
    if (verb == "zone") {
        drawZone(setup, words);
    } else if (verb == "tier") {
        drawTier(setup, words);
    } else if (verb == "service") {
        drawService(setup, words);
    } else if (verb == "counter") {
        drawCounter(setup, words);
    } else if (verb == "band") {
        drawBand(setup, words);
    } else if (verb == "policy") {
        drawPolicy(setup.policy, words);
    } else if (verb == "remove") {
        remove(setup, words);
    } else if (verb == "hours") {
        const int opens = words.takeTime();
        setup.week.fill(OpenHours{opens, words.takeTime()});
    } else if (verb == "holiday") {
        const auto date = dateFromText(words.take());
        if (!date)
            throw NotUnderstood("not a date");
        setup.holidays.push_back(*date);
    } else {
        return false;
    }
    words.done();
    return true;
}

Setup drawn(Setup setup) {
    if (setup.zones.empty())
        setup.zones.push_back({named<ZoneId>("hall"), {}, false});
    if (setup.tiers.empty()) {
        setup.tiers.push_back({named<TierId>("ordinary"), {}, {}, {}, {}});
        setup.series.push_back({"A", 1, 999, {named<TierId>("ordinary")}});
    }
    if (setup.services.empty())
        setup.services.push_back({named<ServiceId>("cash"), {}, {}, {}, Millis{300'000}});
    for (Service& service : setup.services)
        if (service.zone.empty())
            service.zone = setup.zones.front().id;
    for (Counter& counter : setup.counters)
        if (counter.zone.empty())
            counter.zone = setup.zones.front().id;
    return setup;
}

} // namespace usher::script
