// Why this ticket, and no other: what became of one ticket, call by call, and who went before it.
//
// Read from the journal, so it can be asked long after and while the broker runs. Every sentence is
// true of the records alone; what staff did beyond the rule is said with their name and reason.
#pragma once

#include "broker/protocol/event.h"

#include <filesystem>
#include <variant>

namespace usher::house {

/// By what right somebody was called before those who had come earlier.
struct Grounds {
    protocol::Rule rule{};
    protocol::Millis headStart{};
    protocol::Basis basis{};
    protocol::Text name;          ///< of the tier or service the head start is of; else empty
    protocol::Millis promotion{}; ///< how far a person moved it forward; 0: nobody did
    std::string promotedBy;       ///< person and reason
};

/// One call of the ticket, and what has to be known to tell of it.
struct CallStory {
    protocol::Record record; ///< a TicketCalled
    protocol::Ticket ticket; ///< as it was called
    std::uint32_t counter{}; ///< what the sign says
    std::string clock;       ///< local, "10:42"
    Grounds grounds;
    protocol::Millis bound{};
    protocol::Millis away{};      ///< of the wait: at counters, on hold, at machines, not there
    protocol::Millis helpDelay{}; ///< what one must have waited to be helped out there
    std::vector<std::string> eligible; ///< numbers that could be called there then, in order
    std::vector<std::string> passed;   ///< numbers of those passed, worst first
    std::string keptSince;             ///< local, if the counter had been kept free
    protocol::Text band;               ///< the name of the band that held; empty: none
    std::string takenBack;             ///< local, if the call was
};

/// A call of somebody who had come later, at a counter that could have called this ticket.
struct Overtake {
    std::string number;
    protocol::TicketId ticket;
    protocol::Sequence event{};
    protocol::Moment at;
    std::string clock;
    std::uint32_t counter{};
    protocol::Millis by{}; ///< how much later they had come
    Grounds grounds;
};

enum class Deed {
    Taken,
    Called,
    Recalled,
    Started,
    Served,
    NoShow,
    Held,
    Back,
    Transferred,
    Redirected,
    Promoted,
    Left,
    Voided,
    Cleared,
    TakenBack,
};
BOOST_DESCRIBE_ENUM(Deed, Taken, Called, Recalled, Started, Served, NoShow, Held, Back, Transferred,
                    Redirected, Promoted, Left, Voided, Cleared, TakenBack)

struct Step {
    Deed deed{};
    protocol::Moment at;
    std::string clock;
    std::uint32_t counter{}; ///< what its sign says; 0: none
    bool machine{};          ///< the counter is one
    protocol::Text where;    ///< a service or zone it was sent to
    std::string reason;      ///< with the person, of a promotion
    protocol::Millis promotion{};
};

/// Where the ticket stands at the end of the journal, if it is there still and not at a counter.
struct Stand {
    protocol::Ticket ticket;
    std::string clock;         ///< local, of `ticket.since`
    std::string asOf;          ///< local, of the last event
    protocol::Millis waited{}; ///< since arrival
    protocol::Millis away{};   ///< of that, not in the line
    std::uint32_t ahead{};     ///< who would be called first at a counter that may call it now, or
                               ///< if none may, later
    std::vector<std::uint32_t> now; ///< signs of open counters that may call it now
    struct Later {
        std::uint32_t counter{};
        protocol::Millis after{}; ///< that long after it came
    };
    std::vector<Later> later;
    std::vector<std::uint32_t> kept;      ///< of those, kept free for somebody known to be coming
    std::optional<std::uint32_t> machine; ///< whose line it is in
};

struct Why {
    std::string number;
    std::vector<CallStory> calls;
    std::vector<Overtake> overtakes; ///< the furthest first
    std::vector<Step> steps;
    std::optional<Stand> stand;
};

/// Of the newest ticket with that number, in capitals or small letters, or of the ticket with that
/// id (all digits). An error is a sentence.
[[nodiscard]] std::variant<Why, std::string> why(const std::filesystem::path& data,
                                                 const std::string& ticket);

/// {"calls":[...],"went_before":{...},"course":{...},"stand":{...} or null}
[[nodiscard]] std::string toJson(const Why& why);

} // namespace usher::house
