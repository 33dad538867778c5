// The order people stand in.
//
// One row per kind of ticket: service, tier, where it may be called and how far it was moved. So
// inside a row who came first is first, whatever the head starts, and only the firsts of rows are
// ever compared: by key, then arrival, then ticket, an order that is total and never changes while
// one waits. A small value, kept by evolve(), read by the rules.
#pragma once

#include "broker/outlet/row.h"

namespace usher::outlet {

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
