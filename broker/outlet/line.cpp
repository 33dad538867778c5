#include "broker/outlet/line.h"

#include <algorithm>
#include <cassert>

namespace usher::outlet {

std::vector<Row>::const_iterator Line::find(const Kind& kind) const {
    return std::lower_bound(rows_.begin(), rows_.end(), kind,
                            [](const Row& r, const Kind& k) { return r.kind() < k; });
}

void Line::insert(const Kind& kind, const Standing& one) {
    auto row = rows_.begin() + (find(kind) - rows_.begin());
    if (row == rows_.end() || row->kind() != kind)
        row = rows_.insert(row, Row{kind});
    row->insert(one);
}

void Line::erase(const Kind& kind, const Standing& one) {
    const auto row = rows_.begin() + (find(kind) - rows_.begin());
    assert(row != rows_.end() && row->kind() == kind);
    row->erase(one);
    // Kinds that were sent or moved come and go; keeping their empty rows would only cost.
    const bool usual = kind == Kind{kind.service, kind.tier};
    if (row->empty() && !usual)
        rows_.erase(row);
}

bool Line::holds(const Kind& kind, const Standing& one) const {
    const auto row = find(kind);
    return row != rows_.end() && row->kind() == kind && row->holds(one);
}

bool Line::empty() const {
    return std::all_of(rows_.begin(), rows_.end(), [](const Row& row) { return row.empty(); });
}

std::size_t Line::size() const {
    std::size_t all = 0;
    for (const Row& row : rows_)
        all += row.size();
    return all;
}

bool operator==(const Line& a, const Line& b) {
    const auto filled = [](const Line& line) {
        std::vector<Row> rows;
        for (const Row& row : line.rows())
            if (!row.empty())
                rows.push_back(row);
        return rows;
    };
    return filled(a) == filled(b);
}

} // namespace usher::outlet
