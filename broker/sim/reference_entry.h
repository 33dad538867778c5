// One row of a reference file, read key by key.
//
// A key that is missing or no number gives a harmless value and a problem, so that the rest of the
// file is read too.
#pragma once

#include "broker/setup/problem.h"

#include <boost/json/object.hpp>

#include <optional>

namespace usher::sim {

class Entry {
public:
    Entry(const boost::json::object& row, std::string path, setup::Problems& problems)
        : row_{row}, path_{std::move(path)}, problems_{problems} {}

    [[nodiscard]] bool has(std::string_view key) const { return row_.contains(key); }
    [[nodiscard]] double number(std::string_view key);
    [[nodiscard]] double positive(std::string_view key);
    [[nodiscard]] std::uint32_t count(std::string_view key, std::uint32_t least = 1);
    /// None negative; as many as `size` says, if it says anything.
    [[nodiscard]] std::vector<double> numbers(std::string_view key,
                                              std::optional<std::size_t> size = {});
    [[nodiscard]] std::string text(std::string_view key);
    /// The rows of a list of objects.
    [[nodiscard]] std::vector<Entry> entries(std::string_view key);
    /// The members of an object whose keys are numbers: what tail probabilities are given by.
    [[nodiscard]] std::vector<std::pair<double, double>> byNumber(std::string_view key);

    void wrong(std::string_view key, std::string_view expected);

private:
    const boost::json::object& row_;
    std::string path_;
    setup::Problems& problems_;
};

} // namespace usher::sim
