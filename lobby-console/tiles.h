// The counters, or the machines, in the order they stand in the hall.
#pragma once

#include "lobby-console/facts.h"
#include "lobby-console/rows.h"
#include "lobby-console/view.h"

namespace usher::lobby {

struct TileRow {
    protocol::CounterId key;
    int number{};
    QString name;
    int state{}; ///< Lobby::Counter
    QString teller;
    QString ticket;
    QString service;
    QString reason;
    int minutes{-1}; ///< in this state; -1: does not matter
    int typical{};   ///< minutes its service takes on average; 0: not serving
    bool closing{};
    int line{}; ///< waiting for this machine
    OtherWork other;
    Kept kept;
    Level level{};
    friend bool operator==(const TileRow&, const TileRow&) = default;
};

class TileList : public Rows<TileRow> {
    Q_OBJECT
public:
    enum Role {
        Id = Qt::UserRole,
        Number,
        Name,
        State,
        Teller,
        TicketRole,
        Service,
        Reason,
        Minutes,
        Typical,
        Closing,
        Line,
        Other,
        KeptRole,
        LevelRole
    };
    /// Either the desks with a teller or the machines.
    explicit TileList(bool machines, QObject* parent = nullptr);

    void show(const View& view);
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    bool machines_;
};

} // namespace usher::lobby
