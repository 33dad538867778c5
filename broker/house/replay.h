// The journal played again from its first event: is it whole, and what did the day come to?
//
// The one check that trusts nothing but the events: chain, spelling, every stored snapshot, and
// what clients say they were told.
#pragma once

#include "broker/journal/archive.h"
#include "broker/outlet/outlet.h"

#include <filesystem>
#include <map>

namespace usher::house {

/// What became of everybody, over all days of the journal.
struct Summary {
    protocol::Totals totals;
    std::uint32_t waiting{};
    std::uint64_t lost{}; ///< acknowledged to a client and not in the journal exactly once
    protocol::Millis bound{};
    std::map<std::string, std::vector<protocol::Millis>> waits; ///< by tier, of first calls
};

struct Replayed {
    protocol::Sequence events{};
    std::size_t snapshots{}; ///< compared with the replay
    Summary summary;
    std::vector<std::string> differences; ///< empty: everything agrees
};

[[nodiscard]] Replayed replay(journal::Archive& archive);
/// `acknowledged`: a CSV a rehearsal wrote (command,what,ticket,number); may be empty.
[[nodiscard]] Replayed replay(const std::filesystem::path& data,
                              const std::filesystem::path& acknowledged);

/// As pinned: taken, called, served, no_show, left, waiting, lost, worst_overtake_s, bound_s, waits
/// by tier in minutes. Besides, promoted_calls and worst_promoted_s: of tickets staff had moved
/// forward, which the bound does not speak of.
[[nodiscard]] std::string toJson(const Summary& summary);

} // namespace usher::house
