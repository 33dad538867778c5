#include "broker/replica/replica.h"

#include <algorithm>
#include <utility>

namespace usher::replica {

using namespace protocol;

namespace {

/// While a snapshot is on its way; more than this and it was lost.
constexpr std::size_t earlyMax = 10'000;

} // namespace

NextAction Replica::begin() {
    return resync(0);
}

NextAction Replica::resync(std::uint64_t epoch) {
    state_ = State::Asked;
    epoch_ = epoch;
    early_.clear();
    return NextAction::AskSnapshot;
}

bool Replica::follow(std::span<const Record> records) {
    for (const Record& record : records) {
        if (record.sequence <= outlet_.sequence())
            continue;
        if (record.sequence != outlet_.sequence() + 1)
            return false;
        outlet_.evolve(record);
    }
    return true;
}

NextAction Replica::take(std::uint64_t epoch, std::span<const Record> records) {
    if (state_ == State::Empty || epoch != epoch_) {
        // The first word of a new epoch: what was asked of the old one will not do.
        const NextAction action = resync(epoch);
        early_.assign(records.begin(), records.end());
        return action;
    }
    if (state_ == State::Asked) {
        early_.insert(early_.end(), records.begin(), records.end());
        return early_.size() > earlyMax ? resync(epoch) : NextAction::Nothing;
    }
    if (follow(records))
        return NextAction::Nothing;
    const NextAction action = resync(epoch);
    early_.assign(records.begin(), records.end());
    return action;
}

NextAction Replica::take(const Beat& beat) {
    beat_ = beat;
    if (state_ == State::Empty || beat.epoch != epoch_)
        return resync(beat.epoch);
    // Everything up to the beat was published before it: a difference is a loss.
    if (state_ == State::Whole && beat.sequence > outlet_.sequence())
        return resync(beat.epoch);
    return NextAction::Nothing;
}

NextAction Replica::take(StaffPicture picture) {
    if (state_ != State::Asked)
        return NextAction::Nothing;
    if (epoch_ != 0 && picture.epoch != epoch_) {
        // Which of the two is the newer, the feed's next word will say; asking now might only bring
        // the same again, over and over.
        state_ = State::Empty;
        early_.clear();
        return NextAction::Nothing;
    }
    epoch_ = picture.epoch;
    outlet_ = outlet::Outlet{picture.snapshot};
    state_ = State::Whole;
    const std::vector<Record> early = std::exchange(early_, {});
    return follow(early) ? NextAction::Nothing : resync(epoch_);
}

} // namespace usher::replica
