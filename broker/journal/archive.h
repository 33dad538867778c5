// The journal as it can be read: to start from, to check, to explain, to copy.
//
// Reads beside a running broker and never writes. Where the file contradicts itself the reading
// stops there and says so; nothing that follows a damaged row is handed out.
#pragma once

#include "broker/engine/ports.h"
#include "broker/journal/chain.h"
#include "broker/journal/heard.h"

namespace usher::journal {

/// What a start needs: the newest good snapshot and every record after it.
struct Loaded {
    std::optional<protocol::Snapshot> snapshot;
    std::vector<protocol::Record> tail;
    protocol::Sequence last{}; ///< 0: nothing ever happened
};

/// What became of a check from the first row to the last.
struct Verdict {
    protocol::Sequence last{};                 ///< the last good one
    std::optional<protocol::Sequence> damaged; ///< the first bad one; 0: none, but the file
    std::string what;
};

class Archive {
public:
    /// Of the journal in `dir`, which must have one of the present version. From any process, the
    /// one that holds it included.
    static std::variant<Archive, Trouble> open(const std::filesystem::path& dir);
    /// Of a file that was looked at just now. With Look, of one that nobody writes to.
    static std::variant<Archive, Trouble> connect(const std::filesystem::path& file,
                                                  Database::Access access = Database::Access::Read);

    /// Reads no more than the tail. A snapshot that is damaged is passed over for the one before.
    [[nodiscard]] std::variant<Loaded, Trouble> load();
    /// In order, until `each` says false. The chain is checked on the way.
    [[nodiscard]] Outcome forEachRecord(protocol::Sequence from,
                                        const std::function<bool(const protocol::Record&)>& each);
    /// The chain and every record's spelling, the pages, that every remembered answer can be read,
    /// and that none of them, nor a snapshot, speaks of records that are gone.
    [[nodiscard]] Verdict verify();
    /// Newest first. A damaged one is Damaged.
    [[nodiscard]] std::vector<protocol::Sequence> snapshots();
    [[nodiscard]] std::variant<protocol::Snapshot, Trouble> snapshot(protocol::Sequence sequence);
    /// Damaged or unreadable is not the same as never heard of.
    [[nodiscard]] std::variant<std::optional<engine::Remembered>, Trouble>
    recall(const protocol::CommandId& id);
    /// The oldest first.
    [[nodiscard]] Outcome forEachAnswer(
        const std::function<void(const protocol::CommandId&, protocol::Moment, Heard::Was)>& each);
    [[nodiscard]] std::optional<std::string> meta(std::string_view key);
    /// A copy as of now, checked, in one piece or not at all.
    [[nodiscard]] Outcome backup(const std::filesystem::path& to);

private:
    [[nodiscard]] std::variant<Hash, Trouble> hashAt(protocol::Sequence sequence);
    [[nodiscard]] Outcome readWhatIsBeside(protocol::Sequence last);

    std::unique_ptr<Database> database_; ///< statements point at it: it must not move
    Statement recall_;
};

} // namespace usher::journal
