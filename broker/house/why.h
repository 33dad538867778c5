// Why this ticket, and no other: the decision records of one ticket, as sentences and as JSON.
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
    protocol::Millis bound{};
    std::vector<std::string> passed; ///< numbers of those passed, worst first
    std::string promotedBy;          ///< device and reason, if a person moved it forward
};

/// Calls of the newest ticket with that number, or of the ticket with that id (all digits). An
/// error is a sentence.
[[nodiscard]] std::variant<std::vector<CallStory>, std::string>
whyCalled(const std::filesystem::path& data, const std::string& ticket);

[[nodiscard]] std::string inEnglish(const CallStory& story);
[[nodiscard]] std::string inChinese(const CallStory& story);
[[nodiscard]] std::string toJson(const std::vector<CallStory>& stories);

} // namespace usher::house
