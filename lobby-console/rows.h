// A list whose rows keep their place: what changes is told row by row, never all at once.
//
// While it is held (a pointer is down on it) no row comes, goes or moves; those that stay still
// change in place. What was missed in between is caught up with when it is let go.
#pragma once

#include <QAbstractListModel>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace usher::lobby {

/// A Row has a `key` that names it for good, and ==.
template <class Row>
class Rows : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(rows_.size());
    }
    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
    template <class Key>
    [[nodiscard]] int indexOf(const Key& key) const {
        return placeOf(key, 0);
    }

    void settle(std::vector<Row> fresh) {
        if (held_) {
            for (const Row& row : fresh)
                if (const int at = indexOf(row.key); at >= 0)
                    update(at, row);
            waiting_ = std::move(fresh);
            return;
        }
        dropMissing(fresh);
        for (int i = 0; i < static_cast<int>(fresh.size()); ++i)
            place(i, fresh[static_cast<std::size_t>(i)]);
    }

    void hold(bool held) {
        held_ = held;
        if (!held && waiting_)
            settle(*std::exchange(waiting_, std::nullopt));
    }

private:
    using Place = typename std::vector<Row>::difference_type;

    template <class Key>
    [[nodiscard]] int placeOf(const Key& key, int from) const {
        const auto at = std::find_if(rows_.begin() + from, rows_.end(),
                                     [&](const Row& row) { return row.key == key; });
        return at == rows_.end() ? -1 : static_cast<int>(at - rows_.begin());
    }
    void update(int at, const Row& row) {
        Row& was = rows_[static_cast<std::size_t>(at)];
        if (was == row)
            return;
        was = row;
        emit dataChanged(index(at), index(at));
    }
    void dropMissing(const std::vector<Row>& fresh) {
        for (int i = rowCount() - 1; i >= 0; --i) {
            const auto& key = rows_[static_cast<std::size_t>(i)].key;
            if (std::any_of(fresh.begin(), fresh.end(),
                            [&](const Row& row) { return row.key == key; }))
                continue;
            beginRemoveRows({}, i, i);
            rows_.erase(rows_.begin() + i);
            endRemoveRows();
        }
    }
    void place(int at, const Row& row) {
        const int from = placeOf(row.key, at);
        if (from < 0) {
            beginInsertRows({}, at, at);
            rows_.insert(rows_.begin() + at, row);
            endInsertRows();
            return;
        }
        if (from != at) {
            beginMoveRows({}, from, from, {}, at);
            const auto begin = rows_.begin();
            std::rotate(begin + Place{at}, begin + Place{from}, begin + Place{from} + 1);
            endMoveRows();
        }
        update(at, row);
    }

    std::vector<Row> rows_;
    std::optional<std::vector<Row>> waiting_;
    bool held_ = false;
};

} // namespace usher::lobby
