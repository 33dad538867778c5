#include "broker/outlet/row.h"

#include <algorithm>
#include <cassert>

namespace usher::outlet {

using protocol::Moment;

namespace {

/// Twelve kibibytes: moved in well under a microsecond.
constexpr std::size_t pieceMax = 512;

} // namespace

Row::Iterator Row::behind(std::size_t ahead) const {
    if (ahead >= size_)
        return end();
    std::size_t in = first_ + ahead;
    std::size_t i = 0;
    for (; in >= piece(i).size(); ++i)
        in -= piece(i).size();
    return {this, i, in};
}

std::size_t Row::arrivedBy(Moment moment) const {
    const auto later = [](Moment m, const Standing& one) { return m < one.arrival; };
    std::size_t all = 0;
    for (std::size_t i = 0; i <= rest_.size(); ++i) {
        const Piece& here = piece(i);
        const auto from = here.begin() + static_cast<std::ptrdiff_t>(i == 0 ? first_ : 0);
        if (from != here.end() && here.back().arrival <= moment) {
            all += static_cast<std::size_t>(here.end() - from);
            continue;
        }
        return all +
               static_cast<std::size_t>(std::upper_bound(from, here.end(), moment, later) - from);
    }
    return all;
}

std::size_t Row::pieceOf(const Standing& one) const {
    const auto behind =
        std::upper_bound(rest_.begin(), rest_.end(), one,
                         [](const Standing& s, const Piece& p) { return s < p.front(); });
    return static_cast<std::size_t>(behind - rest_.begin());
}

bool Row::holds(const Standing& one) const {
    const std::size_t i = pieceOf(one);
    const Piece& here = piece(i);
    return std::binary_search(here.begin() + static_cast<std::ptrdiff_t>(i == 0 ? first_ : 0),
                              here.end(), one);
}

void Row::insert(const Standing& one) {
    ++size_;
    const std::size_t i = pieceOf(one);
    Piece& here = i == 0 ? head_ : rest_[i - 1];
    const auto from = here.begin() + static_cast<std::ptrdiff_t>(i == 0 ? first_ : 0);
    if (from == here.end() || here.back() < one)
        here.push_back(one);
    else
        here.insert(std::upper_bound(from, here.end(), one), one);
    if (here.size() > pieceMax)
        split(i);
}

void Row::split(std::size_t piece) {
    Piece& here = piece == 0 ? head_ : rest_[piece - 1];
    if (piece == 0 && first_ > 0) {
        here.erase(here.begin(), here.begin() + static_cast<std::ptrdiff_t>(first_));
        first_ = 0;
        return;
    }
    // A row grows at its end: there, what is full is left full.
    const bool last = piece == rest_.size();
    const auto middle = here.begin() + static_cast<std::ptrdiff_t>(last ? pieceMax : pieceMax / 2);
    Piece behind{middle, here.end()};
    here.erase(middle, here.end());
    rest_.insert(rest_.begin() + static_cast<std::ptrdiff_t>(piece), std::move(behind));
}

void Row::erase(const Standing& one) {
    const std::size_t i = pieceOf(one);
    Piece& here = i == 0 ? head_ : rest_[i - 1];
    const auto from = here.begin() + static_cast<std::ptrdiff_t>(i == 0 ? first_ : 0);
    const auto at = std::lower_bound(from, here.end(), one);
    assert(at != here.end() && *at == one);
    --size_;
    if (i == 0 && at == from)
        ++first_;
    else
        here.erase(at);
    if (i > 0) {
        if (here.empty())
            rest_.erase(rest_.begin() + static_cast<std::ptrdiff_t>(i - 1));
        return;
    }
    if (first_ == head_.size() && !rest_.empty()) {
        head_ = std::move(rest_.front());
        rest_.erase(rest_.begin());
        first_ = 0;
    } else if (first_ > head_.size() / 2) {
        head_.erase(head_.begin(), head_.begin() + static_cast<std::ptrdiff_t>(first_));
        first_ = 0;
    }
}

bool operator==(const Row& a, const Row& b) {
    return a.kind_ == b.kind_ && a.size_ == b.size_ &&
           std::equal(a.begin(), a.end(), b.begin(), b.end());
}

} // namespace usher::outlet
