// What would happen if: one change at the chosen counter, played by the broker before anybody makes
// it.
//
// It holds one question. A newer one takes the place of the older, and whoever leaves the counter
// drops what was asked or told. Nothing is ever done from here.
#pragma once

#include "lobby-console/effects.h"
#include "lobby-console/trial_choices.h"

#include <QVariantList>

namespace usher::lobby {

class Trial : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the lobby has one")
    Q_CLASSINFO("RegisterEnumClassesUnscoped", "false")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(int refusal READ refusal NOTIFY changed)
    Q_PROPERTY(QString tried READ tried NOTIFY changed)
    Q_PROPERTY(What what READ what NOTIFY changed)
    Q_PROPERTY(QVariantList tiers READ tiers NOTIFY changed)
    Q_PROPERTY(QVariantList said READ said NOTIFY changed)
    Q_PROPERTY(usher::lobby::Effect effect READ effect NOTIFY changed)
    Q_PROPERTY(bool otherWork READ otherWork NOTIFY changed)
    Q_PROPERTY(bool repeatable READ repeatable NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* choices READ choices CONSTANT)
public:
    enum class State { Nothing, Asking, Told, Refused };
    Q_ENUM(State)
    enum class What { Open, Close, Help, TakeOver };
    Q_ENUM(What)

    explicit Trial(link::Link& link, QObject* parent = nullptr);

    [[nodiscard]] State state() const { return state_; }
    /// link::refusals::Code
    [[nodiscard]] int refusal() const { return refusal_; }
    /// The key of the choice that is asked or told; empty: none.
    [[nodiscard]] const QString& tried() const { return tried_; }
    [[nodiscard]] What what() const { return what_; }
    [[nodiscard]] QVariantList tiers() const;
    /// Of those the one or two that make the verdict; empty: no clear difference.
    [[nodiscard]] QVariantList said() const;
    [[nodiscard]] const Effect& effect() const { return effect_; }
    /// Some choice can be done for a while.
    [[nodiscard]] bool otherWork() const;
    /// What was asked can be asked again: it is still a choice.
    [[nodiscard]] bool repeatable() const { return choices_.indexOf(tried_) >= 0; }
    [[nodiscard]] TrialChoices* choices() { return &choices_; }

    /// `counter`: the chosen one, or null.
    void show(const View& view, const protocol::CounterState* counter);

    Q_INVOKABLE void ask(const QString& choice);
    Q_INVOKABLE void drop();

signals:
    void changed();
    /// An answer is here, and wants to be shown.
    void told();

private:
    void heard(const client::Outcome& outcome);

    link::Link& link_;
    protocol::CounterId counter_;
    State state_ = State::Nothing;
    int refusal_;
    QString tried_;
    What what_{};
    std::uint64_t question_ = 0; ///< the one whose answer is awaited, and no older one
    protocol::Foreseen foreseen_;
    std::vector<TierLine> tiers_;
    Effect effect_;
    TrialChoices choices_;
};

} // namespace usher::lobby
