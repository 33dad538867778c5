// A file of comma-separated lines, field by field, with the place of each.
//
// Reads what is there and complains of what is not: a field that is missing or does not fit gives a
// harmless value and a problem, so that the rest of the file is read too.
#pragma once

#include "broker/setup/problem.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace usher::rehearse {

inline constexpr std::size_t rowsBytesMax = 16'777'216;

/// The text of a file, or nothing and a problem if it is unreadable or too large.
[[nodiscard]] std::optional<std::string> textOf(const std::filesystem::path& path,
                                                setup::Problems& problems);

class Row {
public:
    Row(std::string_view line, int number, setup::Problems& problems);

    [[nodiscard]] setup::Place place(std::size_t field) const;
    /// Refuses the row, with `shape` as the remedy, unless it has this many fields.
    [[nodiscard]] bool has(std::size_t fields, std::string_view shape);

    /// These need has() first.
    [[nodiscard]] std::string_view text(std::size_t field) const { return fields_[field]; }
    /// "HH:MM:SS" from midnight; nothing if it does not fit, as it cannot be compared then.
    [[nodiscard]] std::optional<std::chrono::seconds> time(std::size_t field);
    [[nodiscard]] std::int64_t whole(std::size_t field, std::int64_t least, std::int64_t most);
    [[nodiscard]] double real(std::size_t field, double least, double most);
    [[nodiscard]] bool flag(std::size_t field) { return whole(field, 0, 1) == 1; }
    template <class N>
    [[nodiscard]] N name(std::size_t field) {
        const auto parsed = N::parse(text(field));
        if (!parsed)
            wrong(field, "write 1 to 31 of the characters a-z A-Z 0-9 . _ -");
        return parsed.value_or(N{});
    }

    /// Says that a field is wrong, and what to do.
    void wrong(std::size_t field, std::string whatToDo);

private:
    std::vector<std::string_view> fields_;
    std::vector<int> columns_;
    int number_;
    setup::Problems* problems_;
};

/// The rows of a text that are not empty and no comment; they view into `text`.
[[nodiscard]] std::vector<Row> rowsOf(std::string_view text, setup::Problems& problems);

} // namespace usher::rehearse
