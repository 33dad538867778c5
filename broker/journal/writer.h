// The pen: turns a batch into one transaction, on whichever thread holds it.
//
// Either all of a batch is durable when write() returns, or none of it is.
#pragma once

#include "broker/engine/ports.h"
#include "broker/journal/chain.h"
#include "broker/journal/files.h"

#include <span>

namespace usher::journal {

class Writer {
public:
    static std::variant<std::unique_ptr<Writer>, Trouble> open(const std::filesystem::path& file);
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Requires that the records follow the last one written without a gap. An empty batch writes a
    /// mark, to prove that something can be written.
    /// `surplus`: commands whose answers go with the same transaction, if they were refused.
    [[nodiscard]] Outcome write(const engine::Batch& batch,
                                std::span<const protocol::CommandId> surplus = {});
    [[nodiscard]] Outcome setMeta(std::string_view key, std::string_view value);
    /// Once the log has lost its name, always. Somebody removed it while we write to it: what it
    /// holds is moved into the file there and then, for a start would not find it, and nothing more
    /// is written.
    [[nodiscard]] Outcome logGone();
    /// How long the write-ahead log is, in pages of 4 KiB, as of the last commit.
    [[nodiscard]] int logPages() const { return logPages_; }
    /// Leaves the log beside the file when it closes.
    void keepLog() { database_.keepLog(); }

private:
    Writer(Database database, const std::filesystem::path& file);
    [[nodiscard]] Outcome begin();
    [[nodiscard]] Outcome put(const engine::Batch& batch,
                              std::span<const protocol::CommandId> surplus);
    [[nodiscard]] Outcome note(std::string_view key, std::string_view value);
    [[nodiscard]] Outcome mark();
    [[nodiscard]] Outcome orCovered(Outcome trouble);
    [[nodiscard]] Outcome add(const protocol::Record& record, Hash& hash);
    [[nodiscard]] Outcome add(const engine::Remembered& answer);
    [[nodiscard]] Outcome add(const protocol::Snapshot& snapshot);
    [[nodiscard]] Outcome forget(protocol::Moment now, std::size_t atMost);

    Database database_;
    Statement addEvent_;
    Statement addAnswer_;
    Statement addSnapshot_;
    Statement dropSnapshots_;
    Statement dropAnswers_;
    Statement dropRefusal_;
    Statement setMeta_;
    protocol::Sequence last_{};
    Hash hash_{};
    std::int64_t proofs_{};
    int logPages_{};
    std::filesystem::path file_;
    std::filesystem::path log_;
    std::optional<Identity> fileAtFirst_;
    std::optional<Identity> logAtFirst_;
    bool logGone_{};
};

} // namespace usher::journal
