#include "tests/simulation/witness.h"

#include "broker/protocol/limits.h"
#include "tests/support/plain_rule.h"

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>

namespace usher::world {

using namespace protocol;

namespace {

void require(bool holds, const char* checker, const std::string& what) {
    if (!holds)
        throw Violation{checker, what};
}

std::string minutes(Millis span) {
    return std::to_string(static_cast<double>(span.count()) / 60'000.0) + " min";
}

/// The record of a call says what is so: who could be called, who was passed, by what rule.
void checkRecord(const DecisionRecord& why, const Ticket& called, Millis worst, Moment at,
                 const std::vector<const Ticket*>& all) {
    const char* checker = "decision records";
    const auto passed = std::count_if(
        all.begin(), all.end(), [&](const Ticket* one) { return one->arrival < called.arrival; });
    require(why.candidates == all.size(), checker, "not all who could be called are counted");
    require(why.passedCount == static_cast<std::uint32_t>(passed), checker,
            "not all who were passed are counted");
    require(why.passed.size() == std::min(static_cast<std::size_t>(passed), passedRecordedMax),
            checker, "not all who were passed are named");
    require(why.worst == worst, checker, "the worst of those passed was passed by another span");
    require(why.waited == at - called.arrival, checker, "the wait is another");
    const auto& eligible = why.circumstances.eligible;
    require(eligible.size() == std::min(all.size(), eligibleRecordedMax), checker,
            "the list of who could be called is of another length");
    for (std::size_t i = 0; i < eligible.size(); ++i)
        require(eligible[i] == all[i]->id, checker, "who could be called is listed otherwise");
    const bool promoted = called.promotion != Millis{0};
    require((why.rule == Rule::Promoted) == promoted, checker, "promoted or not?");
    if (!promoted)
        require((why.rule == Rule::HeadStart) == (passed > 0), checker, "head start or not?");
}

} // namespace

void Fairness::before(const outlet::Outlet& outlet, const Record& record) {
    if (const auto* call = std::get_if<TicketCalled>(&record.event))
        called(outlet, *call, record.at);
}

void Fairness::called(const outlet::Outlet& outlet, const TicketCalled& call, Moment at) {
    const char* checker = "overtaking bound";
    const Ticket* ticket = outlet.find(call.ticket);
    const Counter* counter = outlet.setup().find(call.counter);
    require(ticket != nullptr && counter != nullptr, checker, "a call of nobody, or to nowhere");
    const auto all = stage::callable(outlet, *counter, at);
    const bool one = std::find(all.begin(), all.end(), ticket) != all.end();
    require(one, checker, ticket->number + " may not be called at " + call.counter.str());
    Millis worst{0};
    for (const Ticket* other : all) {
        worst = std::max(worst, ticket->arrival - other->arrival);
        require(!stage::goesBefore(file_, *other, *ticket), checker,
                other->number + " goes before " + ticket->number);
    }
    // What a person added by a promotion is counted apart.
    const Millis bound = stage::promisedBound(file_) - ticket->promotion;
    require(worst <= bound, checker,
            ticket->number + " came " + minutes(worst) + " later than somebody it passed, H is " +
                minutes(bound));
    checkRecord(call.why, *ticket, worst, at, all);
    if (worst > Millis{0})
        nature_.count(ticket->promotion != Millis{0} ? "passed by a promoted customer"
                                                     : "passed by a head start");
    if (worst * 2 > bound)
        nature_.count("passed by more than half of H");
    nature_.count("rule " + std::string{boost::describe::enum_to_string(call.why.rule, "?")});
}

} // namespace usher::world
