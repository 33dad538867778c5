// The journal's file in the world: one frame a transaction, each with its length and checksum.
//
// Stands in for SQLite: a transaction counts whole or not at all. What is known to be on the disk
// is kept decoded too; after a cut the file alone says what there is.
#pragma once

#include "broker/engine/ports.h"
#include "tests/simulation/disk.h"
#include "tests/simulation/plant.h"

#include <map>
#include <string>
#include <vector>

namespace usher::world {

/// An answer as it stands on the disk.
struct KeptAnswer {
    engine::Remembered remembered;
    std::string spelt;
    std::size_t serial{}; ///< how many there were before it
};

class Log {
public:
    /// Writes the batch behind the rest; nobody may count on it yet.
    void write(const engine::Batch& batch);
    /// The disk synced: what was written counts. `lies`: it said so and did nothing.
    void accept(bool lies);
    /// The disk refused: what was written is taken back.
    void refuse();
    /// The power goes, and comes back. `believing`: a torn end counts as far as it can be read.
    void powerCut(Dice& dice, bool believing);

    [[nodiscard]] const std::vector<protocol::Record>& records() const { return records_; }
    /// As spelt on the disk.
    [[nodiscard]] const std::vector<std::string>& lines() const { return lines_; }
    [[nodiscard]] const std::map<protocol::CommandId, KeptAnswer>& answers() const {
        return answers_;
    }
    /// Frames that were there only in part after a cut.
    [[nodiscard]] std::uint64_t torn() const { return torn_; }
    /// Whole frames after a cut that nobody had been told were there.
    [[nodiscard]] std::uint64_t unexpected() const { return unexpected_; }

private:
    struct Frame {
        std::size_t end{}; ///< of its bytes
        std::size_t records{};
        std::vector<protocol::CommandId> answers;
    };
    void take(std::string_view payload, bool believing);
    [[nodiscard]] bool takeLine(std::string_view line, Frame& frame);
    void dropFrom(std::size_t frame);
    void believe(std::string_view payload);

    Disk disk_;
    std::vector<Frame> frames_;
    std::vector<protocol::Record> records_;
    std::vector<std::string> lines_;
    std::map<protocol::CommandId, KeptAnswer> answers_;
    std::string written_; ///< the payload not accepted yet
    std::uint64_t torn_ = 0;
    std::uint64_t unexpected_ = 0;
};

} // namespace usher::world
