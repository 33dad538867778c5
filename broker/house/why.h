// Why this ticket, and no other: the decision records of one ticket, and where it stands now.
//
// Read from the journal, so it can be asked long after and while the broker runs.
#pragma once

#include "broker/protocol/event.h"

#include <filesystem>
#include <variant>

namespace usher::house {

/// One call of the ticket, and what has to be known to tell of it.
struct CallStory {
    protocol::Record record; ///< a TicketCalled
    protocol::Ticket ticket; ///< as it was called
    std::uint32_t counter{}; ///< what the sign says
    std::string clock;       ///< local, "10:42"
    protocol::Millis headStart{};
    protocol::Basis basis{};
    protocol::Millis bound{};
    std::vector<std::string> eligible; ///< numbers that could be called there then, in order
    std::vector<std::string> passed;   ///< numbers of those passed, worst first
    std::string promotedBy;            ///< person and reason, if somebody moved it forward
    std::string keptSince;             ///< local, if the counter had been kept free
    protocol::Text band;               ///< the name of the band that held; empty: none
};

/// Where the ticket stands at the end of the journal, if it is not at a counter.
struct Stand {
    protocol::Ticket ticket;
    std::string clock;         ///< local, of `ticket.since`
    protocol::Millis waited{}; ///< since arrival
    std::uint32_t ahead{};     ///< who would be called first at a counter that may call it now, or
                               ///< if none may, later
    std::vector<std::uint32_t> now; ///< signs of open counters that may call it now
    struct Later {
        std::uint32_t counter{};
        protocol::Millis after{}; ///< once it has waited so long
    };
    std::vector<Later> later;
    std::vector<std::uint32_t> kept;      ///< of those, kept free for somebody known to be coming
    std::optional<std::uint32_t> machine; ///< whose line it is in
};

struct Why {
    std::vector<CallStory> calls;
    std::optional<Stand> stand;
};

/// Of the newest ticket with that number, or of the ticket with that id (all digits). An error is a
/// sentence.
[[nodiscard]] std::variant<Why, std::string> why(const std::filesystem::path& data,
                                                 const std::string& ticket);

[[nodiscard]] std::string inEnglish(const CallStory& story);
[[nodiscard]] std::string inChinese(const CallStory& story);
[[nodiscard]] std::string inEnglish(const Stand& stand);
[[nodiscard]] std::string inChinese(const Stand& stand);
/// {"calls":[...],"stand":{...} or null}
[[nodiscard]] std::string toJson(const Why& why);

} // namespace usher::house
