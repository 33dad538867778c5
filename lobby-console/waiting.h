// Those who wait, earliest first, and those who left the line and may come back to it.
//
// The earliest stands on top whatever their tier: what a row shows may change, its place does not.
// Of those who will miss their target, the one with the least time left does.
#pragma once

#include "lobby-console/rows.h"
#include "lobby-console/view.h"

namespace usher::lobby {

struct WaitingRow {
    protocol::TicketId key;
    QString number;
    QString service;
    QString zone;
    QString tier;    ///< empty for an ordinary customer
    QString counter; ///< where it is served, or the only one that may call it
    int phase{};     ///< Lobby::Phase
    int wait{};      ///< minutes
    int target{};    ///< minutes
    int low{-1};     ///< forecast from now on, minutes; -1: unknown
    int high{-1};
    bool late{}; ///< forecast to miss its target
    bool promoted{};
    Level level{};
    friend bool operator==(const WaitingRow&, const WaitingRow&) = default;
};

/// What of it to show.
struct Filter {
    QString number;        ///< part of a ticket number, wherever it is by now; empty: any
    protocol::ZoneId zone; ///< empty: any
    bool away{};           ///< only those who left the line and may come back
    bool late{};           ///< only those who are forecast to miss their target
};

class WaitingList : public Rows<WaitingRow> {
    Q_OBJECT
public:
    enum Role {
        Id = Qt::UserRole,
        Number,
        Service,
        Zone,
        Tier,
        Counter,
        PhaseRole,
        Wait,
        Target,
        Low,
        High,
        Late,
        Promoted,
        LevelRole
    };
    using Rows::Rows;

    void show(const View& view, const Filter& filter);
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
};

} // namespace usher::lobby
