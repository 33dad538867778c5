#include "tests/simulation/disk.h"

#include <algorithm>

namespace usher::world {

void Disk::append(std::string_view bytes) {
    bytes_ += bytes;
}

void Disk::cutTo(std::size_t size) {
    if (size == synced_)
        ghost_ = bytes_.substr(size);
    bytes_.resize(size);
    synced_ = std::min(synced_, size);
}

void Disk::sync() {
    synced_ = bytes_.size();
    ghost_.clear();
}

void Disk::powerCut(Dice& dice) {
    if (bytes_.size() == synced_ && !ghost_.empty() && dice.oneIn(2))
        bytes_ += ghost_;
    const std::size_t written = synced_ + dice.below(bytes_.size() - synced_ + 1);
    // Mostly the front of it was on its way; sometimes all of it, in any order.
    const bool all = dice.oneIn(3);
    bytes_.resize(all ? bytes_.size() : written);
    const bool torn = !dice.oneIn(3);
    for (std::size_t at = synced_; torn && at < bytes_.size(); at += sector)
        if (dice.oneIn(6)) {
            const std::size_t end = std::min(at + sector, bytes_.size());
            const bool zeros = dice.oneIn(2);
            for (std::size_t i = at; i < end; ++i)
                bytes_[i] = zeros ? '\0' : static_cast<char>(dice.bits());
        }
    sync();
}

} // namespace usher::world
