// Where one service can be had: at a counter, or at a machine that does it too; the sooner first.
//
// While it is looked at its rows keep their places: fresh forecasts change them where they are, and
// a machine that can no longer do it says so in its place.
#pragma once

#include "broker/protocol/answer.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace usher::kiosk {

class Ways : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("a visit has one")
    Q_PROPERTY(QString service READ service NOTIFY changed)
    Q_PROPERTY(QString lost READ lost NOTIFY changed)
public:
    /// More would be a choice without a difference.
    static constexpr std::size_t machinesMost = 2;

    enum Role {
        NameRole = Qt::UserRole, ///< QString: of the machine, or of the zone to wait in
        MachineRole,             ///< bool: a machine, not a counter
        OpenRole,                ///< bool: a machine can do it, or some counter is open for it
        LowRole,                 ///< int: forecast in minutes, -1 unknown
        HighRole,
        AheadRole, ///< int: people before one, -1 unknown
    };
    using QAbstractListModel::QAbstractListModel;

    /// There is something to say before a number is taken for it.
    [[nodiscard]] static bool matter(const protocol::Services& services,
                                     const protocol::ServiceId& service);

    void setLanguage(const QString& language);
    void open(const protocol::Services& services, const protocol::ServiceId& service);
    void update(const protocol::Services& services);
    /// A matter of the machine that somebody was sent to.
    [[nodiscard]] static bool concerns(protocol::Refusal refusal) {
        return refusal == protocol::Refusal::CannotServe ||
               refusal == protocol::Refusal::UnknownCounter;
    }
    /// It said no when somebody was sent there.
    void lose(const protocol::CounterId& machine);
    void clear();

    /// Of a row that can be taken; the counter has no machine.
    struct Way {
        protocol::ServiceId service;
        std::optional<protocol::CounterId> machine;
    };
    [[nodiscard]] std::optional<Way> at(int row) const;
    /// As it was offered last.
    [[nodiscard]] std::optional<protocol::Alternative>
    machine(const protocol::CounterId& machine) const;

    [[nodiscard]] QString service() const;
    /// Name of the machine that said no; empty if none did.
    [[nodiscard]] QString lost() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void changed();

private:
    /// The counters together if `machine` names none.
    struct Row {
        protocol::Alternative machine;
        bool able{true};
        [[nodiscard]] bool isMachine() const { return !machine.machine.empty(); }
    };

    [[nodiscard]] const Row* rowAt(int row) const;
    [[nodiscard]] protocol::Range waitOf(const Row& row) const;

    protocol::Offer offer_;
    protocol::Text zone_;
    std::vector<Row> rows_;
    std::optional<protocol::CounterId> lost_;
    QString language_{QStringLiteral("zh")};
};

} // namespace usher::kiosk
