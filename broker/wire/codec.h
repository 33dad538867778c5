// How it is spelt: every message and every line of the journal, as JSON text.
//
// Bytes from outside are checked here once: size, nesting, names, types, ranges, unknown and
// missing members. What comes out of a decoder is a value of protocol; past it nobody checks again.
// The spelling is written down in docs/protocol.md.
#pragma once

#include "broker/protocol/access.h"
#include "broker/protocol/answer.h"

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace usher::wire {

/// What was wrong with some bytes: a path such as `ask.service`, and what was expected there.
struct BadBytes {
    protocol::Refusal refusal{protocol::Refusal::Malformed};
    std::string where;
    std::string what;
};

template <class T>
using Decoded = std::variant<T, BadBytes>;

// --- the command door ----------------------------------------------------------------------------

/// {"v":1,"id":"<32 hex>","ask":{"type":"TakeTicket",...}}
struct Ask {
    protocol::CommandId id;
    protocol::Command command;
};
/// {"v":1,"id":"<32 hex>","answer":{"type":"TicketIssued",...}} or {...,"refusal":"CounterBusy"}
struct Told {
    protocol::CommandId id;
    std::variant<protocol::Answer, protocol::Refusal> reply;
};

/// Members of a command may be left out where they are optional, text, a truth value, a count or a
/// list.
[[nodiscard]] Decoded<Ask> decodeAsk(std::string_view bytes);
/// A command from words such as {"service=cash", "place.zone=low"}, as typed on a command line.
[[nodiscard]] Decoded<protocol::Command> commandFromWords(std::string_view name,
                                                          std::span<const std::string> words);
/// The id of a frame that decodeAsk refused, if that much can be read: so that it can be answered.
[[nodiscard]] protocol::CommandId idOf(std::string_view bytes);
/// Holds the secret of IdentifyCard and SignOn in clear: send it only inside CURVE, then wipe it.
[[nodiscard]] std::string encode(const Ask& ask);
[[nodiscard]] std::string encode(const Told& told);
[[nodiscard]] Decoded<Told> decodeTold(std::string_view bytes);

// --- the feeds: frame 1 is the topic, frame 2 the body -------------------------------------------

inline constexpr std::string_view topicRecords = "records"; ///< staff
inline constexpr std::string_view topicBeat = "beat";       ///< staff
inline constexpr std::string_view topicBoard = "board";     ///< public

/// {"v":1,"epoch":N,"records":[...]}
struct News {
    std::uint64_t epoch{};
    std::vector<protocol::Record> records;
};
[[nodiscard]] std::string encodeNews(std::uint64_t epoch,
                                     std::span<const protocol::Record> records);
[[nodiscard]] Decoded<News> decodeNews(std::string_view bytes);
[[nodiscard]] std::string encode(const protocol::Beat& beat);
[[nodiscard]] Decoded<protocol::Beat> decodeBeat(std::string_view bytes);
[[nodiscard]] std::string encode(const protocol::Board& board);
[[nodiscard]] Decoded<protocol::Board> decodeBoard(std::string_view bytes);

// --- the journal ---------------------------------------------------------------------------------

[[nodiscard]] std::string encode(const protocol::Event& event);
[[nodiscard]] Decoded<protocol::Event> decodeEvent(std::string_view bytes);
[[nodiscard]] std::string encode(const protocol::Record& record);
[[nodiscard]] Decoded<protocol::Record> decodeRecord(std::string_view bytes);
[[nodiscard]] std::string encode(const protocol::Snapshot& snapshot);
[[nodiscard]] Decoded<protocol::Snapshot> decodeSnapshot(std::string_view bytes);
/// An answer or refusal without its envelope.
[[nodiscard]] std::string encode(const std::variant<protocol::Answer, protocol::Refusal>& reply);
/// For a person or a script: the answer's members alone.
[[nodiscard]] std::string encode(const protocol::Foreseen& found);
[[nodiscard]] Decoded<std::variant<protocol::Answer, protocol::Refusal>>
decodeReply(std::string_view bytes);

// --- what a device needs to find and trust its broker --------------------------------------------

/// The key file that `usher-broker enrol` writes, mode 0600. Keys are Z85, 40 characters.
struct KeyFile {
    protocol::DeviceId name;
    protocol::Role role{};
    std::string door;  ///< endpoint, as tcp://127.0.0.1:7001
    std::string staff; ///< endpoint of the staff feed
    std::string board; ///< endpoint of the public feed
    std::string brokerKey;
    std::string publicKey;
    std::string secretKey;
};
[[nodiscard]] std::string encode(const KeyFile& file);
[[nodiscard]] Decoded<KeyFile> decodeKeyFile(std::string_view bytes);

} // namespace usher::wire
