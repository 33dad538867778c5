// Those of one kind, in the order they stand in: of key and of arrival alike.
//
// Coming costs a binary search and moving no more than one short piece, however long the row; the
// first may go at once. A row as short as they are in a hall is one piece of memory, so that a line
// is cheap to copy.
#pragma once

#include "broker/outlet/floor.h"

#include <compare>
#include <cstddef>
#include <iterator>
#include <vector>

namespace usher::outlet {

/// What decides which counters may call a ticket, and when before others. `zone` and `counter`:
/// nowhere means any.
struct Kind {
    Index service{};
    Index tier{};
    Index zone{nowhere};
    Index counter{nowhere};
    protocol::Millis adjustment{}; ///< of the key; negative: counts as having come earlier
    friend auto operator<=>(const Kind&, const Kind&) = default;
};

/// One person's place: smallest first. key = arrival - head start + adjustment.
struct Standing {
    protocol::Moment key;
    protocol::Moment arrival;
    protocol::TicketId ticket;
    friend auto operator<=>(const Standing&, const Standing&) = default;
};

class Row {
public:
    explicit Row(Kind kind) : kind_{kind} {}

    class Iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = Standing;
        using difference_type = std::ptrdiff_t;
        using pointer = const Standing*;
        using reference = const Standing&;

        Iterator() = default;
        reference operator*() const { return row_->piece(piece_)[at_]; }
        pointer operator->() const { return &**this; }
        Iterator& operator++() {
            if (++at_ == row_->piece(piece_).size()) {
                ++piece_;
                at_ = 0;
            }
            return *this;
        }
        Iterator operator++(int) {
            const Iterator was = *this;
            ++*this;
            return was;
        }
        friend bool operator==(const Iterator&, const Iterator&) = default;

    private:
        friend class Row;
        Iterator(const Row* row, std::size_t piece, std::size_t at)
            : row_{row}, piece_{piece}, at_{at} {}

        const Row* row_ = nullptr;
        std::size_t piece_ = 0;
        std::size_t at_ = 0;
    };

    [[nodiscard]] const Kind& kind() const { return kind_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] Iterator begin() const { return empty() ? end() : Iterator{this, 0, first_}; }
    [[nodiscard]] Iterator end() const { return {this, rest_.size() + 1, 0}; }
    /// Who stands behind `ahead` others; end() if there are no more.
    [[nodiscard]] Iterator behind(std::size_t ahead) const;
    /// Those in front who arrived at or before `moment`.
    [[nodiscard]] std::size_t arrivedBy(protocol::Moment moment) const;
    [[nodiscard]] bool holds(const Standing& one) const;

    void insert(const Standing& one);
    /// Requires that it stands here.
    void erase(const Standing& one);

    friend bool operator==(const Row& a, const Row& b);

private:
    using Piece = std::vector<Standing>;

    [[nodiscard]] const Piece& piece(std::size_t i) const { return i == 0 ? head_ : rest_[i - 1]; }
    /// The piece `one` stands in, or would.
    [[nodiscard]] std::size_t pieceOf(const Standing& one) const;
    void split(std::size_t piece);

    Kind kind_;
    Piece head_;
    std::size_t first_ = 0;   ///< those of the head before it are gone; reclaimed now and then
    std::vector<Piece> rest_; ///< further back; none is empty
    std::size_t size_ = 0;
};

} // namespace usher::outlet
