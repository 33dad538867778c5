// One ticket followed through the records: its calls, who went before it, its steps.
//
// Takes the records from the first on, in order, and keeps an outlet of its own beside them, so
// that what a decision record leaves out (it names sixteen) can be read off the line as it then
// stood.
#pragma once

#include "broker/house/why.h"
#include "broker/outlet/outlet.h"

#include <map>

namespace usher::house {

class TicketStory {
public:
    /// A number, or an id in digits.
    explicit TicketStory(std::string wanted);

    void take(const protocol::Record& record);
    /// As things stand after the last record; nothing if there never was such a ticket.
    [[nodiscard]] std::optional<Why> tell() const;

private:
    void begin(const protocol::Ticket& ticket);
    void passTime(protocol::Moment now);
    void called(const protocol::Record& record, const protocol::TicketCalled& call);
    void overtaken(const protocol::Record& record, const protocol::TicketCalled& call);
    void undone(const protocol::Record& record, const protocol::Act& act);
    [[nodiscard]] std::vector<std::string> eligible(const protocol::CounterId& counter,
                                                    protocol::Moment at) const;
    [[nodiscard]] Grounds groundsOf(const protocol::DecisionRecord& why,
                                    const protocol::Ticket& ticket) const;
    [[nodiscard]] std::optional<Stand> stand() const;
    void whoIsAhead(const protocol::Ticket& ticket, Stand& stand) const;

    std::string wanted_;
    protocol::TicketId ticket_;
    outlet::Outlet outlet_;
    std::map<protocol::TicketId, std::string> promotions_; ///< person and reason
    protocol::Millis away_{};
    Why why_;
};

} // namespace usher::house
