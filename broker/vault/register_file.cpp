#include "broker/vault/register_file.h"

#include "broker/protocol/utf8.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

namespace usher::vault {

namespace {

constexpr off_t fileBytesMax = 64 << 20;

std::string joined(const std::vector<std::string_view>& columns) {
    std::string text;
    for (const auto column : columns)
        text += (text.empty() ? "" : ",") + std::string{column};
    return text;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

} // namespace

std::string toText(const Problem& problem) {
    const std::string line = problem.line == 0 ? "" : ":" + std::to_string(problem.line);
    return problem.file + line + ": " + problem.what;
}

RegisterFile::RegisterFile(const std::filesystem::path& file,
                           const std::vector<std::string_view>& columns)
    : file_{file.string()} {
    read();
    if (problems_.empty())
        parse(columns);
}

RegisterFile::~RegisterFile() {
    sodium_memzero(text_.data(), text_.size());
}

void RegisterFile::object(std::size_t line, std::string what) {
    problems_.push_back({file_, line, std::move(what)});
}

void RegisterFile::read() {
    const int file = ::open(file_.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat about {};
    if (file < 0 || fstat(file, &about) != 0) {
        object(0, std::strerror(errno));
    } else if (!S_ISREG(about.st_mode) || about.st_size > fileBytesMax) {
        object(0, "is not a file of at most 64 MiB");
    } else {
        text_.resize(static_cast<std::size_t>(about.st_size)); // at once: growing leaves copies
        std::size_t have = 0;
        while (have < text_.size()) {
            const auto got = ::read(file, text_.data() + have, text_.size() - have);
            if (got <= 0) {
                object(0, got < 0 ? std::strerror(errno) : "became shorter while it was read");
                break;
            }
            have += static_cast<std::size_t>(got);
        }
    }
    if (file >= 0)
        close(file);
}

void RegisterFile::parse(const std::vector<std::string_view>& columns) {
    static constexpr std::string_view mark = "\xef\xbb\xbf"; // what some spreadsheets begin with
    char* at = text_.data();
    char* const end = at + text_.size();
    if (std::string_view{at, text_.size()}.substr(0, mark.size()) == mark)
        at += mark.size();
    bool named = false;
    for (std::size_t number = 1; at < end; ++number) {
        char* const stop = std::find(at, end, '\n');
        char* const last = stop > at && stop[-1] == '\r' ? stop - 1 : stop;
        std::replace(at, last, '\t', ' ');
        if (!protocol::isShowable({at, static_cast<std::size_t>(last - at)}))
            return object(number, "is not text in UTF-8: save the file as \"CSV UTF-8\"");
        const bool blank = trimmed({at, static_cast<std::size_t>(last - at)}).empty();
        if (!blank) {
            Line line{number, split(number, at, last)};
            if (!named && line.cells != columns)
                return object(number, "the first line must be: " + joined(columns));
            if (named && line.cells.size() != columns.size())
                object(number, "has " + std::to_string(line.cells.size()) + " columns, not " +
                                   std::to_string(columns.size()));
            else if (named)
                lines_.push_back(std::move(line));
            named = true;
        }
        at = stop == end ? end : stop + 1;
    }
    if (!named)
        object(0, "is empty; the first line must be: " + joined(columns));
    else if (lines_.empty() && problems_.empty())
        object(0, "names nobody, and would leave the outlet with nobody");
}

/// Quotes are taken off in place, so that no second copy of a cell comes to be.
std::vector<std::string_view> RegisterFile::split(std::size_t line, char* from, char* to) {
    std::vector<std::string_view> cells;
    char* write = from;
    char* begin = from;
    bool quoted = false;
    const auto finish = [&] {
        cells.push_back(trimmed({begin, static_cast<std::size_t>(write - begin)}));
    };
    for (char* read = from; read < to; ++read) {
        if (*read == '"' && quoted && read + 1 < to && read[1] == '"')
            *write++ = *read++;
        else if (*read == '"')
            quoted = !quoted;
        else if (*read == ',' && !quoted) {
            finish();
            begin = write = read + 1;
        } else
            *write++ = *read;
    }
    finish();
    if (quoted)
        object(line, "a quote is opened and not closed");
    return cells;
}

} // namespace usher::vault
