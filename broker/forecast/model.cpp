#include "broker/forecast/model.h"

#include <cmath>

namespace usher::forecast {

using namespace protocol;
using outlet::Outlet;

namespace {

double seconds(Millis span) {
    return static_cast<double>(span.count()) / 1000;
}

/// What one record teaches. Most teach nothing.
class Lesson {
public:
    Lesson(Model& model, const Outlet& before, const Record& record)
        : model_{model}, before_{before}, record_{record} {}

    template <class E>
    void operator()(const E&) {}

    void operator()(const SetupAdopted& e) {
        if (before_.setup().counters.empty()) {
            model_ = Model{e.setup};
            return;
        }
        model_.pace.adopt(e.setup);
        model_.traffic.adopt(e.setup);
    }

    void operator()(const DayClosed& e) {
        const TimeZone& zone = before_.setup().timeZone;
        model_.traffic.dayEnded(before_.setup().hoursOn(zone.local(zone.at(e.day, 12 * 60))));
    }

    void operator()(const TicketTaken& e) {
        const Setup& setup = before_.setup();
        model_.traffic.came(before_.floor().of(e.ticket.service), before_.floor().of(e.ticket.tier),
                            setup.timeZone.local(e.ticket.arrival).minute);
    }

    void operator()(const TicketCalled& e) {
        const CounterState& at = *before_.find(e.counter);
        // A teller hurries only if somebody waits. Much longer is a pause nobody announced.
        const double gap = seconds(record_.at - at.since);
        if (at.desk == Desk::Idle && before_.find(e.ticket)->arrival < at.since &&
            gap < unannounced)
            between().gap.learn(logOf(gap));
    }

    void operator()(const ServiceStarted& e) {
        const Ticket& ticket = *before_.find(e.ticket);
        if (ticket.phase != Phase::Called)
            return;
        between().noShow.learn(false);
        between().walk.learn(logOf(seconds(record_.at - ticket.since)));
    }

    void operator()(const TicketMissed& e) {
        between().noShow.learn(true);
        between().absence.learn(logOf(seconds(record_.at - before_.find(e.ticket)->since)));
    }

    void operator()(const ServiceFinished& e) { ended(e.ticket, e.counter); }
    void operator()(const TicketTransferred& e) { ended(e.ticket, e.from); }
    void operator()(const TicketHeld& e) { ended(e.ticket, e.counter); }

    void operator()(const CounterPaused&) { between().pausing.learn(true); }
    void operator()(const CounterResumed& e) {
        between().pause.learn(logOf(seconds(record_.at - before_.find(e.counter)->since)));
    }

private:
    static constexpr double unannounced = 300;

    /// The counter was busy with it so long, whatever became of the customer afterwards.
    void ended(TicketId id, const CounterId& counter) {
        const Ticket& ticket = *before_.find(id);
        if (ticket.phase != Phase::Serving)
            return;
        model_.pace.served(before_.floor().of(ticket.service),
                           before_.find(counter)->staff.value_or(StaffId{}),
                           record_.at - ticket.since);
        between().pausing.learn(false);
    }

    /// At least a second: clocks tick, and nothing takes no time.
    static double logOf(double span) { return std::log(std::max(1.0, span)); }
    Between& between() { return model_.pace.between; }

    Model& model_;
    const Outlet& before_;
    const Record& record_;
};

} // namespace

void Model::learn(const Outlet& before, const Record& record) {
    std::visit(Lesson{*this, before, record}, record.event);
}

} // namespace usher::forecast
