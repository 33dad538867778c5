#include "kiosk/card/emv.h"

#include "kiosk/card/number.h"

#include <algorithm>
#include <cassert>
#include <string_view>

namespace usher::card {

namespace {

constexpr unsigned fine = 0x9000;
constexpr unsigned fineThoughEnded = 0x6285; // some chips say so of an expired application

constexpr std::uint32_t tagApplication = 0x61;
constexpr std::uint32_t tagName = 0x4F;
constexpr std::uint32_t tagRank = 0x87;
constexpr std::uint32_t tagDirectoryFile = 0x88;
constexpr std::uint32_t tagPdol = 0x9F38;
constexpr std::uint32_t tagOptionsPlain = 0x80;
constexpr std::uint32_t tagLocator = 0x94;
constexpr std::uint32_t tagTrack2 = 0x57;
constexpr std::uint32_t tagNumber = 0x5A;

constexpr std::uint8_t files = 30;
constexpr std::uint8_t filesOfEmv = 10; // beyond are the issuer's own, in any form it likes
constexpr unsigned rankNone = 16;       // after all that have one, 1 to 15
constexpr std::uint8_t track2Separator = 0x0D;

Bytes bytesOf(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

using Name = std::vector<std::uint8_t>;

// Tried in this order when a card has no directory.
std::vector<Name> knownApplications() {
    return {
        {0xA0, 0x00, 0x00, 0x03, 0x33, 0x01, 0x01, 0x01}, // UnionPay debit
        {0xA0, 0x00, 0x00, 0x03, 0x33, 0x01, 0x01, 0x02}, // UnionPay credit
        {0xA0, 0x00, 0x00, 0x03, 0x33, 0x01, 0x01, 0x03}, // UnionPay quasi-credit
        {0xA0, 0x00, 0x00, 0x00, 0x03, 0x10, 0x10},       // Visa
        {0xA0, 0x00, 0x00, 0x00, 0x04, 0x10, 0x10},       // Mastercard
        {0xA0, 0x00, 0x00, 0x00, 0x65, 0x10, 0x10},       // JCB
        {0xA0, 0x00, 0x00, 0x00, 0x25, 0x01},             // American Express, its family
        {0xA0, 0x00, 0x00, 0x01, 0x52, 0x30, 0x10},       // Discover
    };
}

} // namespace

NextAction Conversation::begin() {
    return send(State::Directory, Apdu::select(bytesOf("2PAY.SYS.DDF01")));
}

NextAction Conversation::resume(Bytes response) {
    assert(state_ != State::Finished);
    if (response.size() < 2)
        return fail(CardFailure::Unreadable);
    const Bytes data = response.first(response.size() - 2);
    const unsigned high = response[response.size() - 2];
    const std::uint8_t low = response.back();
    if (!answer_.append(data))
        return fail(CardFailure::Hostile);
    if (high == 0x61) {
        if (continued_)
            return fail(CardFailure::Hostile);
        continued_ = true;
        return transmit(Apdu::getResponse(low));
    }
    if (high == 0x6C) {
        if (corrected_)
            return fail(CardFailure::Hostile);
        corrected_ = true;
        return transmit(last_.expecting(low));
    }
    NextAction next = take(high << 8 | low);
    answer_.wipe();
    return next;
}

NextAction Conversation::send(State state, const Apdu& command) {
    state_ = state;
    continued_ = corrected_ = false;
    return transmit(command);
}

NextAction Conversation::transmit(const Apdu& command) {
    if (sent_ == apdusMax)
        return fail(CardFailure::Hostile);
    ++sent_;
    last_ = command;
    return Send{command};
}

NextAction Conversation::fail(CardFailure reason) {
    state_ = State::Finished;
    answer_.wipe();
    return Failed{reason};
}

NextAction Conversation::take(unsigned status) {
    switch (state_) {
    case State::Directory:
        return takeDirectory(status == fine);
    case State::ContactDirectory:
        return takeContactDirectory(status == fine);
    case State::DirectoryRecord:
        return takeDirectoryRecord(status == fine);
    case State::Application:
        return takeApplication(status == fine || status == fineThoughEnded);
    case State::Options:
    case State::EmptyOptions:
        return takeOptions(status == fine);
    case State::Record:
        return takeRecord(status == fine);
    case State::Finished:
        break;
    }
    return fail(CardFailure::Hostile);
}

NextAction Conversation::takeDirectory(bool found) {
    if (found) {
        const auto objects = readTlv(answer_.view());
        if (!objects || !collectApplications(*objects))
            return fail(CardFailure::Hostile);
        if (!applications_.empty())
            return chooseApplications();
    }
    return send(State::ContactDirectory, Apdu::select(bytesOf("1PAY.SYS.DDF01")));
}

NextAction Conversation::takeContactDirectory(bool found) {
    if (!found)
        return chooseApplications();
    const auto objects = readTlv(answer_.view());
    if (!objects)
        return fail(CardFailure::Hostile);
    const Tlv* file = find(*objects, tagDirectoryFile);
    if (file == nullptr)
        return chooseApplications();
    if (file->value.size() != 1 || file->value[0] < 1 || file->value[0] > filesOfEmv)
        return fail(CardFailure::Hostile);
    directoryFile_ = file->value[0];
    directoryRecord_ = 1;
    return send(State::DirectoryRecord, Apdu::readRecord(directoryFile_, directoryRecord_));
}

NextAction Conversation::takeDirectoryRecord(bool found) {
    if (!found)
        return chooseApplications();
    const auto objects = readTlv(answer_.view());
    if (!objects || !collectApplications(*objects))
        return fail(CardFailure::Hostile);
    if (directoryRecord_ == recordsPerFileMax)
        return chooseApplications();
    ++directoryRecord_;
    return send(State::DirectoryRecord, Apdu::readRecord(directoryFile_, directoryRecord_));
}

bool Conversation::collectApplications(const std::vector<Tlv>& objects) {
    constexpr std::size_t nameMin = 5;
    constexpr std::size_t nameMax = 16;
    bool inEntry = false;
    unsigned rank = rankNone;
    std::size_t entryBegin = applications_.size();
    for (const Tlv& object : objects) {
        if (object.tag == tagApplication) {
            inEntry = true;
            rank = rankNone;
            entryBegin = applications_.size();
        } else if (inEntry && object.tag == tagName) {
            if (object.value.size() < nameMin || object.value.size() > nameMax)
                return false;
            if (applications_.size() == applicationsMax)
                return false;
            applications_.push_back({{object.value.begin(), object.value.end()}, rank});
        } else if (inEntry && object.tag == tagRank && object.value.size() == 1) {
            rank = object.value[0] & 0x0FU;
            if (rank == 0)
                rank = rankNone;
            for (std::size_t at = entryBegin; at < applications_.size(); ++at)
                applications_[at].rank = rank;
        }
    }
    return true;
}

NextAction Conversation::chooseApplications() {
    if (applications_.empty())
        for (auto& name : knownApplications())
            applications_.push_back({std::move(name), rankNone});
    std::stable_sort(applications_.begin(), applications_.end(),
                     [](const Application& a, const Application& b) { return a.rank < b.rank; });
    return nextApplication();
}

NextAction Conversation::nextApplication() {
    if (applicationAt_ == applications_.size())
        return fail(selectedAny_ ? CardFailure::Unreadable : CardFailure::NotABankCard);
    return send(State::Application, Apdu::select(applications_[applicationAt_++].name));
}

NextAction Conversation::takeApplication(bool found) {
    if (!found)
        return nextApplication();
    const auto objects = readTlv(answer_.view());
    if (!objects)
        return fail(CardFailure::Hostile);
    selectedAny_ = true;
    const Tlv* list = find(*objects, tagPdol);
    const auto told = fillDol(list == nullptr ? Bytes{} : list->value, terminal_);
    if (!told)
        return fail(CardFailure::Hostile);
    return send(told->empty() ? State::EmptyOptions : State::Options,
                Apdu::getProcessingOptions(*told));
}

NextAction Conversation::takeOptions(bool found) {
    records_.clear();
    recordAt_ = 0;
    if (found) {
        const auto objects = readTlv(answer_.view());
        if (!objects)
            return fail(CardFailure::Hostile);
        if (auto number = conclude(*objects))
            return std::move(*number);
        constexpr std::size_t profileBytes = 2; // what the application can do; not our business
        if (const Tlv* plain = find(*objects, tagOptionsPlain)) {
            if (plain->value.size() < profileBytes ||
                !planRecords(plain->value.subspan(profileBytes)))
                return fail(CardFailure::Hostile);
        } else if (const Tlv* locator = find(*objects, tagLocator)) {
            if (!planRecords(locator->value))
                return fail(CardFailure::Hostile);
        }
    } else if (state_ == State::Options) {
        return send(State::EmptyOptions, Apdu::getProcessingOptions({}));
    }
    if (records_.empty())
        records_.push_back({1, 1}); // where nearly every card keeps it
    return nextRecord();
}

bool Conversation::planRecords(Bytes locator) {
    constexpr std::size_t entryBytes = 4; // file, first, last, how many are signed
    if (locator.size() % entryBytes != 0)
        return false;
    std::array<std::size_t, files + 1> planned{};
    for (; !locator.empty(); locator = locator.subspan(entryBytes)) {
        const auto file = static_cast<std::uint8_t>(locator[0] >> 3);
        const unsigned first = locator[1];
        const unsigned last = locator[2];
        if (file < 1 || file > files || first < 1 || last < first)
            return false;
        planned[file] += last - first + 1;
        if (planned[file] > recordsPerFileMax)
            return false;
        if (file > filesOfEmv)
            continue;
        for (unsigned number = first; number <= last; ++number)
            records_.push_back({file, static_cast<std::uint8_t>(number)});
    }
    return true;
}

NextAction Conversation::nextRecord() {
    if (recordAt_ == records_.size())
        return nextApplication();
    const Record& record = records_[recordAt_++];
    return send(State::Record, Apdu::readRecord(record.file, record.number));
}

NextAction Conversation::takeRecord(bool found) {
    if (!found)
        return nextRecord();
    const auto objects = readTlv(answer_.view());
    if (!objects)
        return fail(CardFailure::Hostile);
    if (auto number = conclude(*objects))
        return std::move(*number);
    return nextRecord();
}

std::optional<NextAction> Conversation::conclude(const std::vector<Tlv>& objects) {
    const Tlv* track2 = find(objects, tagTrack2);
    const Tlv* plain = find(objects, tagNumber);
    if (track2 == nullptr && plain == nullptr)
        return std::nullopt;
    auto number = track2 != nullptr ? unpackNumber(track2->value, track2Separator)
                                    : unpackNumber(plain->value, std::nullopt);
    if (!number)
        return fail(CardFailure::NotABankCard);
    state_ = State::Finished;
    return Done{std::move(*number)};
}

} // namespace usher::card
