#include "broker/rules/decide.h"

#include "broker/protocol/limits.h"
#include "broker/rules/acts.h"
#include "broker/rules/machines.h"
#include "broker/rules/triage.h"

#include <cassert>

#include <algorithm>
#include <cctype>

namespace usher::rules {

using namespace protocol;
using outlet::Outlet;

namespace {

template <class T>
concept Decided = requires(const View& view, const T& command) {
    decide(view, command);
};

} // namespace

const CounterState* View::desk() const {
    const Session* session = outlet.sessionAt(context.by);
    return session != nullptr && session->counter ? outlet.find(*session->counter) : nullptr;
}

bool View::staffed() const {
    return context.role == Role::Administrator || context.role == Role::HeadOffice ||
           outlet.sessionAt(context.by) != nullptr;
}

bool View::unattended() const {
    return context.role != Role::Kiosk && !staffed();
}

Decision accept(const View& view, std::vector<Event> events) {
    const Sequence version = view.outlet.sequence() + events.size();
    return Outcome{std::move(events), Accepted{version}};
}

bool stale(Sequence seen, Sequence version) {
    return seen != 0 && version > seen;
}

std::optional<Refusal> badReason(const std::string& reason, bool needed) {
    const bool blank = std::all_of(reason.begin(), reason.end(),
                                   [](unsigned char c) { return std::isspace(c) != 0; });
    if (needed && blank)
        return Refusal::ReasonNeeded;
    if (reason.size() > reasonBytesMax)
        return Refusal::ReasonTooLong;
    return std::nullopt;
}

std::optional<Place> placeFor(const View& view, const ServiceId& service, const TierId& tier,
                              const Place& asked) {
    if (!servable(view.outlet.floor(), service, tier, asked))
        return std::nullopt;
    if (!view.outlet.atMachine(asked))
        return attended(view.outlet, service, tier, asked) ? std::optional{asked} : std::nullopt;
    for (const Alternative& one : alternatives(view.outlet, service, tier, view.now))
        if ((!asked.counter || one.machine == *asked.counter) &&
            (!asked.zone || view.setup().find(one.machine)->zone == *asked.zone))
            return Place{{}, one.machine};
    return std::nullopt;
}

Decision decide(const Outlet& outlet, const Context& context, const Command& command, Moment now) {
    const View view{outlet, context, now};
    return std::visit(
        [&]<class T>(const T& one) -> Decision {
            if constexpr (Decided<T>) {
                return decide(view, one);
            } else {
                assert(false && "a question or a secret is not for the rules");
                return Refusal::NotPermitted;
            }
        },
        command);
}

} // namespace usher::rules
