// The disk as a process meets it: every step asked of it is written down, and any may be refused.
//
// SQLite comes here through faulty_vfs.cpp, the journal's own two calls (fsync and rename, of
// broker/journal/files.cpp) through the linker. Steps of one folder are noted, in the order in
// which they took effect. There is one drive to a process, because SQLite's default is one.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace usher::faults {

enum class Act { Create, Read, Write, Truncate, Sync, Delete, Rename, SyncFolder };

struct Step {
    Act act{};
    std::string file{};  ///< in the watched folder; empty: the folder
    std::int64_t at{};   ///< Write: offset; Truncate: the new length
    std::string bytes{}; ///< Write: what; Rename: the new name
    bool failed{};       ///< Sync: said so, and what was not yet on the disk may never get there
};

/// How a step fails.
enum class Manner {
    Error,  ///< an I/O error, nothing done
    NoRoom, ///< a full disk, nothing done
    Half    ///< a write that stops halfway: a full disk
};

struct Fault {
    Act act{};
    int nth{1};     ///< counted from when it was planned
    bool lasting{}; ///< and every later one of its kind
    Manner manner{};
    std::string file{}; ///< of this one alone; empty: of any
};

class Drive {
public:
    static Drive& the();

    /// Writes down what happens in this folder from now on, beginning with an empty tape.
    void watch(const std::filesystem::path& folder);
    void stopWatching();
    [[nodiscard]] std::vector<Step> tape() const;
    /// How many steps the tape has.
    [[nodiscard]] std::size_t length() const;

    void plan(const Fault& fault);
    /// From here on nothing fails.
    void mend();
    /// How long the tape was when the planned fault struck for the first time.
    [[nodiscard]] std::optional<std::size_t> struck() const;

    /// Syncs for which this is true are acknowledged and not done.
    void lie(std::function<bool(std::string_view file)> about);
    /// Syncs do not come back until they are let go.
    void holdSyncs();
    void letGo();
    /// Waits until a sync is held.
    void awaitHeld();

    /// The name in the watched folder, or nothing.
    [[nodiscard]] std::optional<std::string> nameOf(const std::filesystem::path& path) const;
    /// Does `step` by `act`, unless it is to fail; `act` says whether it worked. Writes it down.
    /// Nothing: done. A manner: how it failed.
    std::optional<Manner> take(Step step, const std::function<bool(const Step&)>& act);
    /// Whether a read of it is to fail.
    [[nodiscard]] bool failsToRead(std::string_view file);

private:
    [[nodiscard]] std::optional<Manner> fate(Act act, std::string_view file);
    void waitIfHeld(std::unique_lock<std::mutex>& lock);

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::filesystem::path folder_;
    std::vector<Step> tape_;
    std::optional<Fault> fault_;
    int seen_{};
    std::optional<std::size_t> struck_;
    bool holding_{};
    int held_{};
    std::function<bool(std::string_view)> lies_;
};

} // namespace usher::faults
