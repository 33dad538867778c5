#include "broker/setup/problem.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace usher::setup {

namespace {

/// How many letters must change to make one word of the other.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t corner = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
            corner = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row[b.size()];
}

constexpr std::size_t comparedMax = 64; ///< longer words are nobody's slip of the pen

} // namespace

std::string toText(const Problem& problem) {
    return problem.file + ":" + std::to_string(problem.line) + ":" +
           std::to_string(problem.column) + ": " + problem.what + "; " + problem.whatToDo;
}

void Problems::add(Place place, std::string what, std::string whatToDo) {
    found_.push_back({file_, place.line, place.column, std::move(what), std::move(whatToDo)});
}

std::vector<Problem> Problems::sorted() const {
    std::vector<Problem> all = found_;
    std::stable_sort(all.begin(), all.end(), [](const Problem& a, const Problem& b) {
        return std::tie(a.line, a.column) < std::tie(b.line, b.column);
    });
    return all;
}

std::string suggestion(std::string_view word, const std::vector<std::string>& known) {
    const std::string* nearest = nullptr;
    std::size_t least = 1 + std::max<std::size_t>(2, word.size() / 3);
    if (word.size() <= comparedMax)
        for (const std::string& one : known)
            if (const std::size_t apart = distance(word, one); apart < least) {
                least = apart;
                nearest = &one;
            }
    if (nearest)
        return "did you mean \"" + *nearest + "\"?";
    if (known.empty())
        return "none is known here";
    std::string all = "known here: ";
    for (const std::string& one : known)
        all += (&one == &known.front() ? "" : ", ") + one;
    return all;
}

} // namespace usher::setup
