// Some lives of a journal under way: batches of every kind, snapshots, notes, checkpoints,
// restarts; and the ledger of what was told.
//
// Goes on as the engine does when the disk refuses: an empty batch until one goes through. What it
// finds wrong on its way it says.
#pragma once

#include "tests/faults/session.h"
#include "tests/simulation/dice.h"

namespace usher::faults {

struct Shape {
    int lives{3};
    int batches{12};           ///< in each life
    std::size_t recordsMax{5}; ///< in most batches; in some many more
    /// Short, and moved on the disk's thread, so that the same seed is the same tape.
    journal::LogLimits log{40, 40};
    bool syncsStayBroken{}; ///< so what was refused may come back: see Ledger::told
};

class Workload {
public:
    Workload(std::filesystem::path dir, Shape shape, std::uint64_t seed, Content start = {});
    /// The drive must be watching already.
    void run();

    [[nodiscard]] const Ledger& ledger() const { return ledger_; }
    /// What was wrong while it lived, and what is not in the ledger at the end.
    [[nodiscard]] const std::optional<std::string>& complaint() const { return complaint_; }

private:
    void told(Session::Told said);
    [[nodiscard]] bool openSession();
    void live(int life);
    void commit(engine::Batch batch);
    void note(const std::string& key, const std::string& value);
    void goOn();
    void compare(const std::string& when);
    void complain(std::string what);

    std::filesystem::path dir_;
    Shape shape_;
    world::Dice dice_;
    Ledger ledger_;
    std::unique_ptr<Session> session_;
    std::uint64_t attempts_{};
    std::optional<std::string> complaint_;
};

/// A batch that follows `last` records; no two attempts give the same.
[[nodiscard]] engine::Batch makeBatch(protocol::Sequence last, std::uint64_t attempt,
                                      std::size_t recordsMax, world::Dice& dice);

} // namespace usher::faults
