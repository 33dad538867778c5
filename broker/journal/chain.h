// The chain of the journal: each row carries a hash of itself and of the row before.
//
// A row that was changed, lost or put in later breaks the chain at its place. It shows damage and
// careless hands; somebody who rewrites every later row can only be caught by a hash kept
// elsewhere.
#pragma once

#include "broker/journal/database.h"
#include "broker/protocol/ids.h"

#include <array>

namespace usher::journal {

using Hash = std::array<unsigned char, 32>; ///< BLAKE2b; all zero before the first row

/// The columns of an event, as they stand in the table.
struct Row {
    std::uint64_t sequence{};
    std::int64_t at{};
    std::string_view by;
    std::optional<std::string_view> staff;
    Bytes cause;
    std::string_view what;
    std::string_view body;
};

[[nodiscard]] Hash chained(const Hash& before, const Row& row);
/// Of a snapshot, which stands beside the chain.
[[nodiscard]] Hash sealOf(std::uint64_t sequence, std::string_view body);
/// Nothing if `bytes` are not the size of a hash.
[[nodiscard]] std::optional<Hash> hashFrom(Bytes bytes);

/// A command's id as 16 bytes, most significant first.
using IdBytes = std::array<unsigned char, 16>;
[[nodiscard]] IdBytes toBytes(const protocol::CommandId& id);
[[nodiscard]] std::optional<protocol::CommandId> commandIdFrom(Bytes bytes);

} // namespace usher::journal
