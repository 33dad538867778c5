// What there is to choose from for the next act: places to send somebody to, services to offer.
#pragma once

#include "lobby-console/rows.h"
#include "lobby-console/view.h"

namespace usher::lobby {

struct Option {
    QString key; ///< "zone:low", "counter:low-1"; of a service its id
    QString name;
    int number{};  ///< of a counter; 0: none
    int open{-1};  ///< counters of a zone that serve; -1: does not apply
    int waiting{}; ///< in a zone
    protocol::Place place;
    friend bool operator==(const Option&, const Option&) = default;
};

/// Only where somebody can serve this ticket, and not where it waits already.
[[nodiscard]] std::vector<Option> placesFor(const View& view, const protocol::Ticket& ticket);
/// Those a person serves for this tier.
[[nodiscard]] std::vector<Option> servicesFor(const View& view, const protocol::TierId& tier);

class OptionList : public Rows<Option> {
    Q_OBJECT
public:
    enum Role { Key = Qt::UserRole, Name, Number, Open, Waiting };
    using Rows::Rows;
    [[nodiscard]] const Option* find(const QString& key) const;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
};

} // namespace usher::lobby
