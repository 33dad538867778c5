#include "tests/support/stage.h"

#include "broker/forecast/simple.h"
#include "broker/rules/follow.h"

#include <algorithm>

namespace usher::stage {

using namespace protocol;

namespace {

constexpr Date firstDay{20261123};

} // namespace

Setup emptySetup() {
    Setup setup;
    setup.id = named<OutletId>("test");
    setup.timeZone = {"Asia/Shanghai", {{{0}, 8 * 3600}}};
    setup.week.fill(OpenHours{0, 1440});
    return setup;
}

Moment monday(int hour, int minute) {
    return emptySetup().timeZone.at(firstDay, hour * 60 + minute);
}

void Stage::adopt(Setup setup) {
    (void)ask({{}, Role::Administrator}, AdoptSetup{std::move(setup)});
}

Reply Stage::ask(const Who& who, const Command& command) {
    follow();
    ++asked_;
    const rules::Context context{
        who.device, who.role, lastId(),
        [&](const ServiceId& service, const TierId& tier, const std::vector<Claim>& claims) {
            return forecast::simpleWait(outlet_, service, tier, claims, now_);
        }};
    rules::Decision decision = rules::decide(outlet_, context, command, now_);
    if (const auto* refusal = std::get_if<Refusal>(&decision))
        return *refusal;
    auto& outcome = std::get<rules::Outcome>(decision);
    append(who, commandName(command.index()), std::move(outcome.events));
    follow();
    return std::move(outcome.reply);
}

Reply Stage::signOn(const Who& who, std::string_view staff, StaffRole role,
                    std::optional<CounterId> counter, bool right) {
    return ask(who, PinChecked{named<StaffId>(staff), counter, right, std::string{staff}, role});
}

void Stage::advanceTo(Moment until) {
    for (auto next = rules::wakeUp(outlet_, now_); next && *next <= until;
         next = rules::wakeUp(outlet_, now_)) {
        now_ = std::max(now_, *next);
        const Sequence sequence = outlet_.sequence();
        follow();
        if (outlet_.sequence() == sequence)
            break; // woken for nothing: the properties look for that
    }
    jumpTo(until);
}

void Stage::jumpTo(Moment to) {
    now_ = std::max(now_, to);
    follow();
}

void Stage::follow() {
    for (auto events = rules::follow(outlet_, now_); !events.empty();
         events = rules::follow(outlet_, now_))
        append({}, "Follow", std::move(events));
}

void Stage::append(const Who& who, std::string_view what, std::vector<Event> events) {
    for (Event& event : events) {
        Record record{outlet_.sequence() + 1, now_, who.device, {}, lastId(), std::string{what},
                      std::move(event)};
        if (before)
            before(outlet_, record);
        outlet_.evolve(record);
        records_.push_back(std::move(record));
    }
}

} // namespace usher::stage
