#include "broker/sim/call_log.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <optional>
#include <sstream>
#include <tuple>

namespace usher::sim {

using setup::Place;
using setup::Problem;
using setup::Problems;

namespace {

constexpr std::size_t problemsMax = 20;
constexpr int secondsMax = 2 * 86'400; ///< a call may run past midnight

struct Column {
    const char* name;
    int least;
    int most;
};
enum Field : std::size_t {
    Day,
    Weekday,
    Type,
    Priority,
    QueueStart,
    QueueExit,
    Served,
    ServiceStart,
    ServiceExit,
    Agent,
    fields
};
constexpr std::array<Column, fields> columns{{{"day", 1, 366},
                                              {"weekday", 0, 6},
                                              {"type", 0, Call::types - 1},
                                              {"priority", 0, Call::priorities - 1},
                                              {"queue_start_s", 0, secondsMax},
                                              {"queue_exit_s", 0, secondsMax},
                                              {"served", 0, 1},
                                              {"service_start_s", 0, secondsMax},
                                              {"service_exit_s", 0, secondsMax},
                                              {"agent", -1, 9999}}};

using Cells = std::vector<std::string_view>;
using Values = std::array<int, fields>;

Cells split(std::string_view line) {
    Cells cells;
    for (std::size_t from = 0;;) {
        const std::size_t comma = line.find(',', from);
        cells.push_back(line.substr(from, comma - from));
        if (comma == std::string_view::npos)
            return cells;
        from = comma + 1;
    }
}

/// Reads one log line by line.
class Reader {
public:
    Reader(std::string_view text, std::string_view file) : rest_{text}, problems_{file} {}

    CallReading read() {
        if (!readHeader())
            return problems_.sorted();
        CallLog log;
        while (const auto line = nextLine()) {
            if (line->empty())
                continue;
            if (const auto call = readCall(split(*line)))
                log.push_back(*call);
            if (problems_.size() >= problemsMax && !rest_.empty()) {
                problems_.add({line_ + 1, 1}, "reading stopped here", "mend these first");
                break;
            }
        }
        if (log.empty() && problems_.empty())
            problems_.add({line_, 1}, "there is no call in it", "add a line for every call");
        if (!problems_.empty())
            return problems_.sorted();
        std::stable_sort(log.begin(), log.end(), [](const Call& a, const Call& b) {
            return std::tie(a.day, a.came) < std::tie(b.day, b.came);
        });
        return log;
    }

private:
    std::optional<std::string_view> nextLine() {
        if (rest_.empty())
            return std::nullopt;
        ++line_;
        const std::size_t end = rest_.find('\n');
        std::string_view line = rest_.substr(0, end);
        rest_ = end == std::string_view::npos ? std::string_view{} : rest_.substr(end + 1);
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        return line;
    }

    bool readHeader() {
        const auto line = nextLine();
        const Cells names = split(line.value_or(""));
        std::string missing;
        for (std::size_t i = 0; i < fields; ++i) {
            const auto at = std::find(names.begin(), names.end(), columns[i].name);
            at_[i] = static_cast<std::size_t>(at - names.begin());
            if (at == names.end())
                missing += (missing.empty() ? "" : ", ") + std::string{columns[i].name};
        }
        cells_ = names.size();
        if (missing.empty())
            return true;
        problems_.add({1, 1}, "the first line does not name every column",
                      "it lacks " + missing + "; see docs/forecast.md");
        return false;
    }

    std::optional<Call> readCall(const Cells& cells) {
        if (cells.size() != cells_) {
            problems_.add({line_, 1},
                          "this line has " + std::to_string(cells.size()) + " values, the first " +
                              std::to_string(cells_),
                          "give every column a value, between commas");
            return std::nullopt;
        }
        Values values{};
        bool good = true;
        for (std::size_t i = 0; i < fields; ++i)
            good = readValue(cells[at_[i]], i, values[i]) && good;
        if (!good)
            return std::nullopt;
        return consistent(values);
    }

    bool readValue(std::string_view cell, std::size_t field, int& value) {
        const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
        const auto& [name, least, most] = columns[field];
        const Place place{line_, static_cast<int>(at_[field]) + 1};
        if (error == std::errc::invalid_argument || end != cell.data() + cell.size()) {
            problems_.add(place, std::string{name} + " is \"" + std::string{cell} + "\"",
                          "write a whole number");
            return false;
        }
        if (error != std::errc{} || value < least || value > most) {
            problems_.add(place, std::string{name} + " is " + std::string{cell},
                          "write " + std::to_string(least) + " to " + std::to_string(most));
            return false;
        }
        return true;
    }

    std::optional<Call> consistent(const Values& v) {
        const bool queued = v[QueueExit] != 0;
        const bool served = v[Served] == 1;
        const Place place{line_, 1};
        if (v[QueueExit] < v[QueueStart]) {
            problems_.add(place, "it leaves the queue before it comes",
                          "put queue_start_s and queue_exit_s right, or 0 and 0 if it did not "
                          "queue");
            return std::nullopt;
        }
        if (served && v[ServiceExit] < v[ServiceStart]) {
            problems_.add(place, "its service ends before it begins",
                          "put service_start_s and service_exit_s right");
            return std::nullopt;
        }
        if (!served && !queued)
            return std::nullopt; // gave up at once: nobody ever saw it
        return Call{v[Day],
                    v[Weekday],
                    v[Type],
                    v[Priority],
                    queued,
                    queued ? v[QueueStart] : v[ServiceStart],
                    queued ? v[QueueExit] : v[ServiceStart],
                    served,
                    v[ServiceStart],
                    v[ServiceExit],
                    v[Agent]};
    }

    std::string_view rest_;
    Problems problems_;
    int line_ = 0;
    std::size_t cells_ = 0;
    std::array<std::size_t, fields> at_{};
};

} // namespace

CallReading readCallsText(std::string_view text, std::string_view file) {
    return Reader{text, file}.read();
}

CallReading readCalls(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    std::error_code unreadable;
    if (!file || !std::filesystem::is_regular_file(path, unreadable)) {
        Problems problems{path.string()};
        problems.add({}, "the file cannot be read", "check its name and that you may read it");
        return problems.sorted();
    }
    std::ostringstream text;
    text << file.rdbuf();
    return readCallsText(text.str(), path.string());
}

} // namespace usher::sim
