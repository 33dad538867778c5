// What happened in a run: every line hashed, the last ones kept, situations counted.
//
// Two runs of one seed tell the same story, which the hash shows; a run that goes wrong shows its
// last lines. Situations are what the days are meant to reach: one that was never counted is a
// checker that never had anything to do.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

namespace usher::world {

/// A checker's objection: it ends the run.
struct Violation : std::runtime_error {
    Violation(std::string by, const std::string& what)
        : std::runtime_error{what}, checker{std::move(by)} {}
    std::string checker;
};

using Counts = std::map<std::string, std::uint64_t, std::less<>>;

class Story {
public:
    static constexpr std::size_t linesKept = 40;

    void tell(std::string line);
    void count(std::string_view situation);

    [[nodiscard]] std::uint64_t hash() const { return hash_; }
    [[nodiscard]] std::uint64_t lines() const { return lines_; }
    [[nodiscard]] const std::deque<std::string>& last() const { return last_; }
    [[nodiscard]] const Counts& counts() const { return counts_; }

private:
    std::uint64_t hash_ = 0xcbf29ce484222325U;
    std::uint64_t lines_ = 0;
    std::deque<std::string> last_;
    Counts counts_;
};

/// FNV-1a, 64 bits, going on from `hash`.
[[nodiscard]] std::uint64_t hashed(std::uint64_t hash, std::string_view bytes);

} // namespace usher::world
