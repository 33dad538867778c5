// The cards on the choosing page: groups first, then a group's services, at most six at a time.
//
// A group with a single service is that service: one touch less. While a page is looked at its
// cards keep their places; fresh forecasts change them where they are.
#pragma once

#include "broker/protocol/answer.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace usher::kiosk {

class Choices : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("a visit has one")
    Q_PROPERTY(int page READ page NOTIFY pageChanged)
    Q_PROPERTY(int pages READ pages NOTIFY pageChanged)
    Q_PROPERTY(QString groupName READ groupName NOTIFY pageChanged)
public:
    static constexpr int perPage = 6;

    enum Role {
        NameRole = Qt::UserRole, ///< QString, in the customer's language
        GroupRole,               ///< bool: opens a group instead of taking a ticket
        WithinRole,              ///< QString: names of the services in a group
        AvailableRole,           ///< bool: a counter is open for it, or in a group for any of it
        LowRole,                 ///< int: forecast in minutes, -1 unknown
        HighRole,
        MachineRole,    ///< bool: a machine does it too
        MachineLowRole, ///< int: the wait at the best of them
        MachineHighRole,
    };
    using QAbstractListModel::QAbstractListModel;

    void setLanguage(const QString& language);
    /// New forecasts. The page stays, unless what it shows is gone.
    void update(const protocol::Services& services);
    void showGroups();
    void openGroup(int row);
    void turn(int pages);
    void clear();

    [[nodiscard]] bool isGroup(int row) const;
    [[nodiscard]] bool inGroup() const { return !group_.empty(); }
    /// Nothing for a group, and for a row that is not there.
    [[nodiscard]] std::optional<protocol::ServiceId> serviceAt(int row) const;

    [[nodiscard]] int page() const { return page_; }
    [[nodiscard]] int pages() const;
    [[nodiscard]] QString groupName() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void pageChanged();

private:
    /// One card: a service, or a group of several.
    struct Card {
        protocol::GroupId group;
        std::vector<std::size_t> offers; ///< into Services::offers
        friend bool operator==(const Card&, const Card&) = default;
    };

    [[nodiscard]] std::vector<Card> cardsNow() const;
    [[nodiscard]] const Card* at(int row) const;
    [[nodiscard]] const protocol::Offer& offer(const Card& card) const;
    [[nodiscard]] const protocol::Alternative* machine(const Card& card) const;
    [[nodiscard]] protocol::Range wait(const Card& card) const;
    [[nodiscard]] QString nameOf(const Card& card) const;
    [[nodiscard]] QString within(const Card& card) const;
    [[nodiscard]] bool available(const Card& card) const;
    void deal(int page);

    protocol::Services services_;
    std::vector<Card> cards_; ///< of this level, all pages
    protocol::GroupId group_; ///< empty: the groups themselves
    int page_{};
    QString language_{QStringLiteral("zh")};
};

} // namespace usher::kiosk
