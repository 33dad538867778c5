// The order people stand in.
//
// One row per kind of ticket: service, tier, where it may be called and how far it was moved. So
// inside a row who came first is first, whatever the head starts, and only the firsts of rows are
// ever compared: by key, then arrival, then ticket, an order that is total and never changes while
// one waits. A small value, kept by evolve(), read by the rules.
#pragma once

#include "broker/outlet/floor.h"

#include <compare>
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

/// Those of one kind, in order: of key and of arrival alike.
class Row {
public:
    explicit Row(Kind kind) : kind_{kind} {}

    [[nodiscard]] const Kind& kind() const { return kind_; }
    [[nodiscard]] bool empty() const { return first_ == all_.size(); }
    [[nodiscard]] std::size_t size() const { return all_.size() - first_; }
    [[nodiscard]] auto begin() const { return all_.begin() + static_cast<std::ptrdiff_t>(first_); }
    [[nodiscard]] auto end() const { return all_.end(); }
    /// Those in front who arrived at or before `moment`.
    [[nodiscard]] std::size_t arrivedBy(protocol::Moment moment) const;

    [[nodiscard]] bool holds(const Standing& one) const;
    void insert(const Standing& one);
    void erase(const Standing& one);

    friend bool operator==(const Row& a, const Row& b);

private:
    Kind kind_;
    std::vector<Standing> all_;
    std::size_t first_ = 0; ///< those before it are gone; space is reclaimed now and then
};

class Line {
public:
    void insert(const Kind& kind, const Standing& one);
    /// Requires that it stands there.
    void erase(const Kind& kind, const Standing& one);
    [[nodiscard]] bool holds(const Kind& kind, const Standing& one) const;
    [[nodiscard]] bool empty() const;
    void clear() { rows_.clear(); }

    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
    [[nodiscard]] std::size_t size() const;

    /// Rows that are empty count for nothing.
    friend bool operator==(const Line& a, const Line& b);

private:
    [[nodiscard]] std::vector<Row>::const_iterator find(const Kind& kind) const;

    std::vector<Row> rows_; ///< by kind
};

} // namespace usher::outlet
