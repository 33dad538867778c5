// A list to pick one thing from: a counter, somewhere to send a customer, a ticket on hold.
//
// Rows keep their place and are changed where they stand, so that nothing jumps under a finger.
#pragma once

#include "broker/link/link.h"

#include <QAbstractListModel>

namespace usher::counter {

struct Choice {
    QString key;   ///< the id to answer with
    QString badge; ///< a counter's or a ticket's number; may be empty
    QString title;
    QString detail;
    int standing{-1}; ///< of a counter: as in Choices::Standing; -1: not a counter
    int figure{-1};   ///< people waiting, or minutes; -1: none
    bool available{true};
    friend bool operator==(const Choice&, const Choice&) = default;
};

class Choices : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the desk keeps the lists")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
public:
    /// In the order of protocol::Desk.
    enum class Standing { Closed, Idle, Standby, Calling, Serving, Paused };
    Q_ENUM(Standing)
    enum Role { Key = Qt::UserRole, Badge, Title, Detail, StandingRole, Figure, Available };

    using QAbstractListModel::QAbstractListModel;

    void show(std::vector<Choice> rows);
    [[nodiscard]] const std::vector<Choice>& rows() const { return rows_; }
    [[nodiscard]] int count() const { return static_cast<int>(rows_.size()); }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    std::vector<Choice> rows_;
};

/// Every counter with a teller; those where somebody else sits are not available.
[[nodiscard]] std::vector<Choice> seatsFor(const link::Link& link, bool chinese);

enum class Toward { Service, Zone, Counter };
/// Where the customer of `ticket` can be sent from `from`: only where somebody can serve them.
[[nodiscard]] std::vector<Choice> targetsFor(const link::Link& link, protocol::TicketId ticket,
                                             const protocol::CounterId& from, Toward toward,
                                             bool chinese);

/// On hold at `counter`, longest first; `figure` is minutes.
[[nodiscard]] std::vector<Choice> heldAt(const link::Link& link, const protocol::CounterId& counter,
                                         bool chinese);

} // namespace usher::counter
