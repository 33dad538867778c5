#include "broker/setup/time_zone.h"

#include "broker/setup/posix_rule.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

namespace usher::setup {

namespace {

using protocol::Moment;
using protocol::OffsetChange;
using protocol::TimeZone;

constexpr std::size_t fileBytesMax = 65'536;
constexpr std::size_t nameBytesMax = 64;
constexpr std::size_t headerBytes = 44;

std::int64_t yearStart(int year) {
    using namespace std::chrono;
    return duration_cast<milliseconds>(
               sys_days{std::chrono::year{year} / January / 1}.time_since_epoch())
        .count();
}

/// Big-endian, two's complement; the caller has checked that the bytes are there.
std::int64_t bigEndian(std::string_view bytes) {
    std::uint64_t value = (static_cast<unsigned char>(bytes[0]) & 0x80U) != 0 ? ~0ULL : 0ULL;
    for (const char c : bytes)
        value = value << 8 | static_cast<unsigned char>(c);
    return static_cast<std::int64_t>(value);
}

struct Header {
    std::size_t indicatorsUt, indicatorsStd, leaps, times, types, letters;

    /// Bytes of the block after the header, when a time takes `timeBytes`.
    [[nodiscard]] std::size_t block(std::size_t timeBytes) const {
        return times * (timeBytes + 1) + types * 6 + letters + leaps * (timeBytes + 4) +
               indicatorsStd + indicatorsUt;
    }
};

std::optional<Header> headerOf(std::string_view bytes) {
    if (bytes.size() < headerBytes || bytes.substr(0, 4) != "TZif" || bytes[4] < '2')
        return std::nullopt;
    std::array<std::size_t, 6> counts{};
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const std::int64_t count = bigEndian(bytes.substr(20 + 4 * i, 4));
        if (count < 0 || count > static_cast<std::int64_t>(fileBytesMax))
            return std::nullopt;
        counts[i] = static_cast<std::size_t>(count);
    }
    return Header{counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]};
}

/// Every change the file spells out, led by what held before the first.
std::optional<std::vector<OffsetChange>> changesOf(const Header& header, std::string_view block) {
    if (header.types == 0)
        return std::nullopt;
    const std::string_view indexes = block.substr(header.times * 8, header.times);
    const std::string_view types = block.substr(header.times * 9, header.types * 6);
    const auto offset = [&](std::size_t type) {
        return static_cast<std::int32_t>(bigEndian(types.substr(type * 6, 4)));
    };
    std::vector<OffsetChange> changes{{{INT64_MIN}, offset(0)}};
    for (std::size_t i = 0; i < header.times; ++i) {
        const auto type = static_cast<unsigned char>(indexes[i]);
        const std::int64_t second = bigEndian(block.substr(i * 8, 8));
        if (type >= header.types)
            return std::nullopt;
        if (second < INT64_MIN / 1000 || second > INT64_MAX / 1000)
            continue; // older than the Earth
        const Moment from{second * 1000};
        if (from <= changes.back().from)
            return std::nullopt;
        changes.push_back({from, offset(type)});
    }
    return changes;
}

/// Continues `changes` by the rule from its last change on.
void carryOn(std::vector<OffsetChange>& changes, const PosixRule& rule) {
    if (changes.size() == 1)
        changes.front().offsetSeconds = rule.standardOffset();
    const Moment last = changes.back().from;
    for (int year = firstYear - 1; year <= lastYear; ++year)
        for (const OffsetChange& change : rule.changesIn(year))
            if (change.from > last && change.from > changes.back().from)
                changes.push_back(change);
}

/// The years an outlet lives in, without changes that change nothing.
std::vector<OffsetChange> trimmed(const std::vector<OffsetChange>& all) {
    const Moment begin{yearStart(firstYear)};
    const Moment end{yearStart(lastYear + 1)};
    std::vector<OffsetChange> kept{{begin, all.front().offsetSeconds}};
    for (const OffsetChange& change : all) {
        if (change.from >= end)
            break;
        if (change.from <= begin)
            kept.front().offsetSeconds = change.offsetSeconds;
        else if (change.offsetSeconds != kept.back().offsetSeconds)
            kept.push_back(change);
    }
    return kept;
}

bool wellFormed(std::string_view name) {
    if (name.empty() || name.size() > nameBytesMax || name.front() == '/')
        return false;
    if (name.find("..") != std::string_view::npos)
        return false;
    return std::all_of(name.begin(), name.end(), [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '/' || c == '_' || c == '+' || c == '-';
    });
}

} // namespace

std::optional<TimeZone> timeZoneFromBytes(std::string_view name, std::string_view bytes) {
    const auto old = headerOf(bytes); // a block of 32-bit times comes first and is passed over
    if (!old || bytes.size() > fileBytesMax)
        return std::nullopt;
    const std::size_t oldBytes = headerBytes + old->block(4);
    if (bytes.size() < oldBytes)
        return std::nullopt;
    bytes.remove_prefix(oldBytes);

    const auto header = headerOf(bytes);
    if (!header || bytes.size() < headerBytes + header->block(8))
        return std::nullopt;
    const auto block = bytes.substr(headerBytes, header->block(8));
    bytes.remove_prefix(headerBytes + block.size());
    auto changes = changesOf(*header, block);
    if (!changes)
        return std::nullopt;

    if (bytes.size() < 2 || bytes.front() != '\n' || bytes.back() != '\n')
        return std::nullopt;
    if (const std::string_view footer = bytes.substr(1, bytes.size() - 2); !footer.empty()) {
        const auto rule = PosixRule::parse(footer);
        if (!rule)
            return std::nullopt;
        carryOn(*changes, *rule);
    }
    return TimeZone{std::string{name}, trimmed(*changes)};
}

std::optional<TimeZone> loadTimeZone(std::string_view name, const std::filesystem::path& folder) {
    std::error_code unreadable;
    const std::filesystem::path path = folder / name;
    if (!wellFormed(name) || !std::filesystem::is_regular_file(path, unreadable))
        return std::nullopt;
    if (std::filesystem::file_size(path, unreadable) > fileBytesMax || unreadable)
        return std::nullopt;
    std::ifstream file{path, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
    return timeZoneFromBytes(name, bytes);
}

} // namespace usher::setup
