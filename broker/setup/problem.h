// What is wrong with a file somebody wrote, where, and what to do about it.
//
// Reading never stops at the first problem: all of them are gathered and shown together, so a file
// is put right in one sitting. A Problem is text for the person who wrote the file, nothing else.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace usher::setup {

/// Where in a file: line and column count from 1.
struct Place {
    int line{1};
    int column{1};
    friend auto operator<=>(Place, Place) = default;
};

struct Problem {
    std::string file;
    int line{1};
    int column{1};
    std::string what;
    std::string whatToDo;
    friend bool operator==(const Problem&, const Problem&) = default;
};

/// "file:line:column: what; what to do"
[[nodiscard]] std::string toText(const Problem& problem);

/// The problems of one file, as they turn up.
class Problems {
public:
    explicit Problems(std::string_view file) : file_{file} {}

    void add(Place place, std::string what, std::string whatToDo);
    [[nodiscard]] bool empty() const { return found_.empty(); }
    [[nodiscard]] std::size_t size() const { return found_.size(); }
    /// In the order of the file.
    [[nodiscard]] std::vector<Problem> sorted() const;

private:
    std::string file_;
    std::vector<Problem> found_;
};

/// What to write instead of `word`: the nearest of `known`, or all of them if none is near.
[[nodiscard]] std::string suggestion(std::string_view word, const std::vector<std::string>& known);

} // namespace usher::setup
