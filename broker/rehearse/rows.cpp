#include "broker/rehearse/rows.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <fstream>
#include <system_error>

namespace usher::rehearse {

namespace {

/// The whole of `text` as a number, or nothing.
template <class T>
std::optional<T> numberFrom(std::string_view text) {
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::optional<int> twoDigits(std::string_view text) {
    if (text[0] < '0' || text[0] > '9')
        return std::nullopt;
    return numberFrom<int>(text);
}

} // namespace

std::optional<std::string> textOf(const std::filesystem::path& path, setup::Problems& problems) {
    std::error_code unreadable;
    const auto size = std::filesystem::file_size(path, unreadable);
    if (!unreadable && size > rowsBytesMax) {
        problems.add({}, "the file is larger than 16 MiB", "give a day, not a year");
        return std::nullopt;
    }
    std::ifstream file{path, std::ios::binary};
    std::string text(unreadable ? 0 : size, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (unreadable || !file) {
        problems.add({}, "the file cannot be read", "check its name and that you may read it");
        return std::nullopt;
    }
    return text;
}

Row::Row(std::string_view line, int number, setup::Problems& problems)
    : number_{number}, problems_{&problems} {
    for (std::size_t begin = 0;;) {
        const std::size_t end = std::min(line.find(',', begin), line.size());
        fields_.push_back(line.substr(begin, end - begin));
        columns_.push_back(static_cast<int>(begin) + 1);
        if (end == line.size())
            return;
        begin = end + 1;
    }
}

setup::Place Row::place(std::size_t field) const {
    return {number_, field < columns_.size() ? columns_[field] : 1};
}

bool Row::has(std::size_t fields, std::string_view shape) {
    if (fields_.size() == fields)
        return true;
    problems_->add(place(0), "the line has " + std::to_string(fields_.size()) + " fields",
                   "write " + std::string{shape});
    return false;
}

void Row::wrong(std::size_t field, std::string whatToDo) {
    // A wrong file may hold anything, card numbers too: long runs of digits are not repeated.
    const std::string_view written = text(field).substr(0, 40);
    const auto digits = std::count_if(written.begin(), written.end(),
                                      [](unsigned char c) { return std::isdigit(c) != 0; });
    problems_->add(place(field),
                   digits > 8 ? std::string{"this (not repeated here) does not fit"}
                              : "\"" + std::string{written} + "\" does not fit",
                   std::move(whatToDo));
}

std::optional<std::chrono::seconds> Row::time(std::size_t field) {
    const std::string_view written = text(field);
    if (written.size() == 8 && written[2] == ':' && written[5] == ':') {
        const auto hour = twoDigits(written.substr(0, 2));
        const auto minute = twoDigits(written.substr(3, 2));
        const auto second = twoDigits(written.substr(6, 2));
        if (hour && minute && second && *hour < 24 && *minute < 60 && *second < 60)
            return std::chrono::seconds{*hour * 3600 + *minute * 60 + *second};
    }
    wrong(field, "write a time as HH:MM:SS");
    return std::nullopt;
}

std::int64_t Row::whole(std::size_t field, std::int64_t least, std::int64_t most) {
    const auto value = numberFrom<std::int64_t>(text(field));
    if (value && *value >= least && *value <= most)
        return *value;
    wrong(field,
          "write a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return least;
}

double Row::real(std::size_t field, double least, double most) {
    const auto value = numberFrom<double>(text(field));
    if (value && *value >= least && *value <= most)
        return *value;
    wrong(field, "write a number from " + std::to_string(least).substr(0, 4) + " to " +
                     std::to_string(most).substr(0, 4));
    return least;
}

std::vector<Row> rowsOf(std::string_view text, setup::Problems& problems) {
    std::vector<Row> rows;
    int number = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        if (!line.empty() && line.front() != '#')
            rows.emplace_back(line, number, problems);
    }
    return rows;
}

} // namespace usher::rehearse
