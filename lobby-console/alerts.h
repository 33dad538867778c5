// The alerts there is room for. The strip shows three, the worst unless somebody turned to others;
// how many more there are is said beside them. Whatever comes or goes brings the worst back.
#pragma once

#include "lobby-console/rows.h"
#include "lobby-console/watch.h"

namespace usher::lobby {

class AlertList : public Rows<Alert> {
    Q_OBJECT
public:
    enum Role {
        Key = Qt::UserRole,
        TroubleRole,
        LevelRole,
        Place,
        Part,
        Who,
        Number,
        Count,
        Minutes
    };
    static constexpr std::size_t shownMax = 3;
    using Rows::Rows;

    void show(std::vector<Alert> alerts);
    /// To the next three, and after the last to the worst, from the next show() on.
    void turn();
    [[nodiscard]] int more() const { return more_; }
    [[nodiscard]] const Alert* find(const QString& key) const;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    int more_ = 0;
    std::size_t first_ = 0;
    std::vector<QString> all_; ///< keys, worst first
};

} // namespace usher::lobby
