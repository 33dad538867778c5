#include "lobby-console/alerts.h"

namespace usher::lobby {

void AlertList::show(std::vector<Alert> alerts) {
    std::vector<QString> all;
    for (const Alert& alert : alerts)
        all.push_back(alert.key);
    if (all != all_)
        first_ = 0;
    all_ = std::move(all);
    const auto from = alerts.begin() + static_cast<std::ptrdiff_t>(first_);
    std::vector<Alert> shown{
        from, from + static_cast<std::ptrdiff_t>(std::min(shownMax, all_.size() - first_))};
    more_ = static_cast<int>(alerts.size() - shown.size());
    settle(std::move(shown));
}

void AlertList::turn() {
    first_ = first_ + shownMax < all_.size() ? first_ + shownMax : 0;
}

const Alert* AlertList::find(const QString& key) const {
    const int at = indexOf(key);
    return at < 0 ? nullptr : &rows()[static_cast<std::size_t>(at)];
}

QHash<int, QByteArray> AlertList::roleNames() const {
    return {{Key, "key"},       {TroubleRole, "trouble"}, {LevelRole, "level"},
            {Place, "place"},   {Part, "part"},           {Who, "who"},
            {Number, "number"}, {Count, "count"},         {Minutes, "minutes"}};
}

QVariant AlertList::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const Alert& alert = rows()[static_cast<std::size_t>(index.row())];
    switch (static_cast<Role>(role)) {
    case Key:
        return alert.key;
    case TroubleRole:
        return static_cast<int>(alert.trouble);
    case LevelRole:
        return static_cast<int>(alert.level);
    case Place:
        return alert.place;
    case Part:
        return alert.part;
    case Who:
        return alert.who;
    case Number:
        return alert.number;
    case Count:
        return alert.count;
    case Minutes:
        return alert.minutes;
    }
    return {};
}

} // namespace usher::lobby
