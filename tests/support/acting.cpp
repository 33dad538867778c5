// What the verbs of a script do.
#include "tests/support/drawing.h"
#include "tests/support/play.h"

#include <algorithm>

namespace usher::script {

using namespace protocol;
using stage::Reply;
using stage::Who;

Play::Play() : drawing{stage::emptySetup()}, stage_{stage::monday(9)} {}

void Play::open() {
    stage_.adopt(drawn(drawing));
}

Who Play::who(const std::string& name) const {
    const auto device = named<DeviceId>(name);
    if (name.starts_with("lobby"))
        return {device, Role::Lobby};
    if (name.starts_with("kiosk"))
        return {device, Role::Kiosk};
    if (name == "admin")
        return {device, Role::Administrator};
    if (name == "office")
        return {device, Role::HeadOffice};
    return {device, Role::Counter};
}

TicketId Play::ticket(const std::string& name) const {
    const auto at = tickets_.find(name);
    if (at == tickets_.end())
        throw NotUnderstood("no ticket of that name: " + name);
    return at->second;
}

std::string Play::nameOf(TicketId id) const {
    for (const auto& [name, known] : tickets_)
        if (known == id)
            return name;
    return "ticket " + std::to_string(id.value);
}

std::string Play::told(const Reply& reply) {
    if (const auto* refusal = std::get_if<Refusal>(&reply))
        return "refused " + script::nameOf(*refusal);
    const Answer& answer = std::get<Answer>(reply);
    if (const auto* called = std::get_if<Called>(&answer))
        return nameOf(called->ticket);
    if (const auto* issued = std::get_if<TicketIssued>(&answer))
        return issued->number + (issued->late ? " late" : "");
    if (const auto* undone = std::get_if<Undone>(&answer))
        return kebab(undone->what);
    return std::holds_alternative<StandingBy>(answer) ? "standing-by" : "ok";
}

std::string Play::ask(const Who& by, const Command& command) {
    return told(stage_.ask(by, command));
}

Sequence Play::seen(Words& words, const std::string& name) const {
    if (!words.has("seen"))
        return 0;
    const auto at = looked_.find(name);
    if (at == looked_.end())
        throw NotUnderstood("nobody looked at " + name);
    return at->second;
}

std::string Play::act(const std::string& verb, Words& words) {
    if (verb == "take")
        return take(words);
    if (verb == "card")
        return card(words);
    if (verb == "sign-on")
        return signOn(words);
    if (verb == "book" || verb == "unbook")
        return book(verb, words);
    if (verb == "override" || verb == "end-override")
        return overrideProfile(verb, words);
    if (verb == "open" || verb == "close" || verb == "machine")
        return steerCounter(verb, words);
    for (const char* one : {"print", "cancel", "resume", "redirect", "promote", "look"})
        if (verb == one)
            return atTicket(verb, words);
    for (const char* one : {"at", "tomorrow", "advance", "jump"})
        if (verb == one)
            return pass(verb, words);
    return atCounter(verb, words);
}

std::string Play::card(Words& words) {
    const std::string name = words.take();
    CardLookedUp found;
    if (!words.has("unknown"))
        found.tier = words.takeId<TierId>();
    const std::string answer = ask(who("kiosk"), found);
    cards_[name] = toHex(stage_.lastId());
    return answer;
}

std::string Play::take(Words& words) {
    TakeTicket wish;
    const Who by = who(words.after("by").value_or("kiosk"));
    if (const auto shown = words.after("with"))
        wish.recognition = cards_.contains(*shown) ? cards_.at(*shown) : *shown;
    wish.assisted = words.has("assisted");
    wish.paper = words.has("paper") ? Paper::Pending : Paper::Shown;
    if (const auto machine = words.after("machine"))
        wish.machine = named<CounterId>(*machine);
    const bool asBooked = words.has("as-booked");
    if (const auto booked = words.after("appointment"))
        wish.appointment = named<AppointmentId>(*booked);
    const std::string name = words.take();
    if (!asBooked)
        wish.service = words.takeId<ServiceId>();
    if (!words.empty()) {
        (void)ask(who("kiosk"), CardLookedUp{words.takeId<TierId>(), {}});
        wish.recognition = toHex(stage_.lastId());
    }
    const Reply reply = stage_.ask(by, wish);
    if (const auto* answer = std::get_if<Answer>(&reply))
        tickets_[name] = std::get<TicketIssued>(*answer).ticket;
    return told(reply);
}

/// "override C1 for 15 min takes cash of gold because busy"
std::string Play::overrideProfile(const std::string& verb, Words& words) {
    const std::string why = words.rest("because");
    const auto takes = drawnTakes(words.rest("takes"));
    const Who by = who(words.after("by").value_or("lobby"));
    const std::string name = words.take();
    const auto id = named<CounterId>(name);
    const Sequence version = seen(words, name);
    if (verb == "end-override")
        return ask(by, EndOverride{id, version});
    if (words.take() != "for")
        throw NotUnderstood("for how long?");
    const auto minutes = words.takeSpan().count() / 60'000;
    return ask(by, OverrideProfile{id, takes, static_cast<std::uint32_t>(minutes), why, version});
}

std::string Play::book(const std::string& verb, Words& words) {
    const Who by = who(words.after("by").value_or("lobby"));
    const auto reference = words.takeId<AppointmentId>();
    if (verb == "unbook")
        return ask(by, CancelAppointment{reference});
    const TimeZone& zone = stage_.outlet().setup().timeZone;
    const Date today = zone.local(stage_.now()).date;
    const Date day = words.has("tomorrow") ? nextDay(today) : today;
    const Moment at = zone.at(day, words.takeTime());
    const auto service = words.takeId<ServiceId>();
    const auto tier = words.empty() ? std::nullopt : std::optional{words.takeId<TierId>()};
    return ask(by, BookAppointment{reference, at, service, tier});
}

std::string Play::signOn(Words& words) {
    const std::string place = words.take();
    const auto role = words.after("role");
    const bool lobby = place.starts_with("lobby");
    const std::string staff = words.after("as").value_or("staff-" + place);
    const Who by = who(words.after("from").value_or(place));
    const bool wrong = words.has("wrong");
    const StaffRole normally = lobby ? StaffRole::LobbyManager : StaffRole::Teller;
    return told(stage_.signOn(by, staff, role ? valueOf<StaffRole>(*role) : normally,
                              lobby ? std::nullopt : std::optional{named<CounterId>(place)},
                              !wrong));
}

std::string Play::pass(const std::string& verb, Words& words) {
    if (verb == "advance" || verb == "jump") {
        const Millis span = words.takeSpan();
        verb == "advance" ? stage_.advance(span) : stage_.jumpTo(stage_.now() + span);
        return "ok";
    }
    const TimeZone& zone = stage_.outlet().setup().timeZone;
    const Date today = zone.local(stage_.now()).date;
    const Moment to = zone.at(verb == "tomorrow" ? nextDay(today) : today, words.takeTime());
    if (to < stage_.now())
        throw NotUnderstood("that time is past");
    stage_.advanceTo(to);
    return "ok";
}

Place Play::place(Words& words) {
    Place place;
    if (words.has("anywhere"))
        return place;
    if (const auto zone = words.after("zone"))
        place.zone = named<ZoneId>(*zone);
    if (const auto at = words.after("counter"))
        place.counter = named<CounterId>(*at);
    return place;
}

std::string Play::atTicket(const std::string& verb, Words& words) {
    const std::string why = words.rest("because");
    const Who by = who(words.after("by").value_or(verb == "print" ? "kiosk" : "lobby"));
    const std::string name = words.take();
    const TicketId id = name == "nobody" ? TicketId{999'999} : ticket(name);
    if (verb == "print")
        return ask(by, ConfirmTicket{id, valueOf<Paper>(words.take())});
    if (verb == "cancel")
        return ask(by, CancelTicket{id, why});
    if (verb == "resume")
        return ask(by, ResumeTicket{id, seen(words, name)});
    if (verb == "promote")
        return ask(by, Promote{id, why, seen(words, name)});
    if (verb == "look") {
        looked_[name] = stage_.outlet().find(id)->version;
        return "ok";
    }
    const Sequence version = seen(words, name);
    return ask(by, Redirect{id, place(words), why, version});
}

std::string Play::steerCounter(const std::string& verb, Words& words) {
    const std::string why = words.rest("because");
    const Who by = who(words.after("by").value_or("lobby"));
    const std::string name = words.take();
    const auto id = named<CounterId>(name);
    if (verb == "machine")
        return ask(by, ReportMachine{id, valueOf<MachineState>(words.take()), why});
    if (words.has("looked-at")) {
        looked_[name] = counter(name).version;
        return "ok";
    }
    const Sequence version = seen(words, name);
    if (verb == "open")
        return ask(by, OpenCounter{id, version});
    return ask(by, CloseCounter{id, why, version});
}

std::string Play::atCounter(const std::string& verb, Words& words) {
    const std::string why = words.rest("because");
    const std::string name = words.take();
    const Who by = who(name);
    if (verb == "next")
        return ask(by, CallNext{!words.has("or-nobody")});
    if (verb == "recall")
        return ask(by, Recall{});
    if (verb == "pause")
        return ask(by, PauseCounter{why});
    if (verb == "back")
        return ask(by, ResumeCounter{});
    if (verb == "undo")
        return ask(by, Undo{});
    if (verb == "sign-off")
        return ask(by, SignOff{});

    const CounterState* desk = stage_.outlet().find(named<CounterId>(name));
    TicketId id = desk != nullptr && desk->ticket ? *desk->ticket : TicketId{};
    if (!words.empty() && tickets_.contains(words.peek()))
        id = ticket(words.take());
    if (verb == "start")
        return ask(by, Start{id});
    if (verb == "finish")
        return ask(by, Finish{id});
    if (verb == "no-show")
        return ask(by, NoShow{id});
    if (verb == "hold")
        return ask(by, Hold{id, why});
    if (verb != "transfer")
        throw NotUnderstood("no such verb: " + verb);
    Transfer wish{id, {}, place(words), why};
    if (const auto service = words.after("service"))
        wish.service = named<ServiceId>(*service);
    return ask(by, wish);
}

} // namespace usher::script
