#include "tests/simulation/log.h"

#include "broker/wire/codec.h"
#include "tests/simulation/story.h"

#include <charconv>
#include <cstdio>

namespace usher::world {

using namespace protocol;

namespace {

constexpr std::size_t headBytes = 32;

std::string head(std::string_view payload) {
    char text[headBytes + 1];
    std::snprintf(text, sizeof text, "frame %08zx %016llx\n", payload.size(),
                  static_cast<unsigned long long>(hashed(1, payload)));
    return {text, headBytes};
}

/// The payload of the frame that begins here, as long as its head says it is, or less.
struct Found {
    std::string_view payload;
    bool whole{};
};
Found frameAt(std::string_view bytes, std::size_t at) {
    const std::string_view rest = bytes.substr(at);
    if (rest.size() < headBytes)
        return {};
    std::size_t size = 0;
    const auto* digits = rest.data() + 6;
    if (std::from_chars(digits, digits + 8, size, 16).ptr != digits + 8)
        return {};
    const std::string_view payload = rest.substr(headBytes, size);
    return {payload, payload.size() == size && head(payload) == rest.substr(0, headBytes)};
}

std::string spelt(const engine::Batch& batch) {
    std::string payload;
    for (const Record& record : batch.records)
        payload += "r " + wire::encode(record) + "\n";
    for (const engine::Remembered& one : batch.answers)
        payload += "a " + toHex(one.id) + " " + one.by.str() + " " + std::to_string(one.at.ms) +
                   " " + wire::encode(one.reply) + "\n";
    return payload;
}

/// Up to the next blank, which is taken off too.
std::string_view word(std::string_view& line) {
    const auto end = std::min(line.find(' '), line.size());
    const auto found = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    return found;
}

} // namespace

void Log::write(const engine::Batch& batch) {
    written_ = spelt(batch);
    disk_.append(head(written_));
    disk_.append(written_);
}

void Log::accept(bool lies) {
    if (!lies)
        disk_.sync();
    take(written_, false);
    frames_.back().end = disk_.bytes().size();
    written_.clear();
}

void Log::refuse() {
    disk_.cutTo(frames_.empty() ? 0 : frames_.back().end);
    written_.clear();
}

void Log::powerCut(Dice& dice, bool believing) {
    disk_.powerCut(dice);
    written_.clear();
    const std::string_view bytes = disk_.bytes();
    std::size_t at = 0;
    for (std::size_t i = 0; at < bytes.size(); ++i) {
        const Found found = frameAt(bytes, at);
        if (i < frames_.size() && !found.whole)
            dropFrom(i);
        if (!found.whole) {
            ++torn_;
            if (believing)
                believe(found.payload);
            break;
        }
        at += headBytes + found.payload.size();
        if (i < frames_.size())
            continue;
        ++unexpected_;
        take(found.payload, false);
        frames_.back().end = at;
    }
    if (believing)
        return;
    for (std::size_t i = 0; i < frames_.size(); ++i)
        if (frames_[i].end > at)
            dropFrom(i);
    disk_.cutTo(at);
    disk_.sync();
}

/// Mends the torn end: a whole frame of the lines that could be read.
void Log::believe(std::string_view payload) {
    const auto known = records_.size();
    take(payload, true);
    std::string lines;
    for (std::size_t i = known; i < records_.size(); ++i)
        lines += "r " + lines_[i] + "\n";
    for (const CommandId& id : frames_.back().answers)
        lines += spelt({{}, {answers_.at(id).remembered}, {}});
    disk_.cutTo(frames_.size() > 1 ? frames_[frames_.size() - 2].end : 0);
    disk_.append(head(lines));
    disk_.append(lines);
    disk_.sync();
    frames_.back().end = disk_.bytes().size();
}

void Log::take(std::string_view payload, bool believing) {
    Frame frame;
    while (!payload.empty()) {
        const auto end = payload.find('\n');
        if (end == std::string_view::npos || !takeLine(payload.substr(0, end), frame))
            break;
        payload.remove_prefix(end + 1);
    }
    if (!payload.empty() && !believing)
        throw Violation{"journal", "a whole frame cannot be read: " + std::string{payload}};
    frames_.push_back(std::move(frame));
}

bool Log::takeLine(std::string_view line, Frame& frame) {
    const auto kind = word(line);
    if (kind == "r") {
        auto decoded = wire::decodeRecord(line);
        auto* record = std::get_if<Record>(&decoded);
        if (record == nullptr || record->sequence != records_.size() + 1)
            return false;
        records_.push_back(std::move(*record));
        lines_.emplace_back(line);
        ++frame.records;
        return true;
    }
    const auto id = commandIdFromHex(word(line));
    const auto by = word(line);
    std::int64_t at = 0;
    const auto moment = word(line);
    std::from_chars(moment.data(), moment.data() + moment.size(), at);
    auto decoded = wire::decodeReply(line);
    auto* reply = std::get_if<engine::Reply>(&decoded);
    if (kind != "a" || !id || reply == nullptr)
        return false;
    const DeviceId device = DeviceId::parse(by).value_or(DeviceId{});
    // The first answer stands, as in the real one.
    const KeptAnswer kept{{*id, device, {at}, *reply}, std::string{line}, answers_.size()};
    if (answers_.try_emplace(*id, kept).second)
        frame.answers.push_back(*id);
    return true;
}

void Log::dropFrom(std::size_t frame) {
    for (std::size_t i = frame; i < frames_.size(); ++i) {
        records_.resize(records_.size() - frames_[i].records);
        for (const CommandId& id : frames_[i].answers)
            answers_.erase(id);
    }
    lines_.resize(records_.size());
    frames_.resize(frame);
}

} // namespace usher::world
