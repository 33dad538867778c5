// What a folder's files are, to the processes and on the disk, after each step of a tape.
//
// On the disk is what was synced. The rest is there or not, in any order, torn at sectors; names
// come and go in the order of the steps, as a file system with a journal keeps them, but not before
// the folder is synced. After a sync that failed, what it should have written is never again sure
// to get there: the kernel counts it as written.
#pragma once

#include "tests/faults/drive.h"
#include "tests/simulation/dice.h"

namespace usher::faults {

using Files = std::map<std::string, std::string>; ///< content by name

/// What became of the writes that were not synced.
enum class Cut {
    None,    ///< not one of them got there
    All,     ///< all did
    Front,   ///< the first ones; the last of these torn
    Back,    ///< the last ones, without those before
    Any,     ///< some, each whole
    Sectors, ///< some sectors of some
};
inline constexpr std::size_t cuts = 6;

class Platter {
public:
    Platter() = default;
    /// All of it on the disk.
    explicit Platter(const Files& files);

    void take(const Step& step);
    /// What a process sees, or the next one if this one is killed.
    [[nodiscard]] Files inCache() const;
    /// What is there when the power comes back.
    [[nodiscard]] Files afterCut(Cut cut, world::Dice& dice) const;
    /// Whether every cut here leaves the same.
    [[nodiscard]] bool settled() const;

private:
    struct Change { ///< a write, or with `cut` the new length
        std::int64_t at{};
        std::string bytes;
        bool cut{};
        bool sure{}; ///< on the disk
        bool lost{}; ///< was to be synced, and that failed
    };
    struct Content {
        std::string durable;
        std::vector<Change> changes; ///< on top of it, oldest first
    };
    struct Naming { ///< an empty `from`: a new file; an empty `to`: deleted
        std::string from;
        std::string to;
        std::size_t file{};
    };
    using Names = std::map<std::string, std::size_t>;

    [[nodiscard]] Content& contentOf(const std::string& name) { return files_[names_.at(name)]; }
    static void rename(Names& names, const Naming& naming);
    static void apply(std::string& content, const Change& change);
    static void applySectors(std::string& content, const Change& change, world::Dice& dice,
                             bool garbage);
    static void sync(Content& content, bool failed);
    [[nodiscard]] static std::string cutContent(const Content& content, Cut cut, world::Dice& dice);

    std::vector<Content> files_;
    Names names_;                 ///< as processes see them
    Names durableNames_;          ///< as they are on the disk
    std::vector<Naming> namings_; ///< since
};

} // namespace usher::faults
