// The zones of the hall: who waits in each, against what was promised, and how many counters serve.
#pragma once

#include "lobby-console/rows.h"
#include "lobby-console/view.h"

namespace usher::lobby {

struct ZoneRow {
    protocol::ZoneId key;
    QString name;
    bool machines{};
    int waiting{};
    int wait{-1};  ///< minutes, of the one who stands worst; -1: nobody waits
    int target{};  ///< minutes, of the same one
    Level level{}; ///< of the same one
    int low{-1};   ///< forecast for a newcomer, minutes; -1: unknown
    int high{-1};
    int open{};
    int total{};
    friend bool operator==(const ZoneRow&, const ZoneRow&) = default;
};

class ZoneList : public Rows<ZoneRow> {
    Q_OBJECT
public:
    enum Role {
        Id = Qt::UserRole,
        Name,
        Machines,
        Waiting,
        Wait,
        Target,
        LevelRole,
        Low,
        High,
        Open,
        Total
    };
    using Rows::Rows;

    void show(const View& view, const std::vector<protocol::BoardZone>& forecasts);
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
};

} // namespace usher::lobby
