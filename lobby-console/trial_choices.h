// What can be tried at a counter: a few changes a lobby manager would think of, each one a
// question.
#pragma once

#include "lobby-console/rows.h"
#include "lobby-console/view.h"

namespace usher::lobby {

struct TrialChoice {
    QString key;            ///< "open", "close", "help-5", "zone-low"
    int what{};             ///< Trial::What
    int minutes{};          ///< until it helps out
    QString zone;           ///< whose work it takes, too
    protocol::ZoneId place; ///< the same
    protocol::Change change;
    std::vector<protocol::Takes> takes; ///< what doing it for a while means; empty: not so done
    friend bool operator==(const TrialChoice&, const TrialChoice&) = default;
};

/// Nothing for a machine: no person could be asked to change its ways.
[[nodiscard]] std::vector<TrialChoice> choicesFor(const View& view,
                                                  const protocol::CounterState& state);

class TrialChoices : public Rows<TrialChoice> {
    Q_OBJECT
public:
    enum Role { Key = Qt::UserRole, What, Minutes, Zone };
    using Rows::Rows;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
};

} // namespace usher::lobby
