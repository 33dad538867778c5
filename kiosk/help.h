// The help key: calls the lobby staff to this kiosk, and says whether the call got through.
#pragma once

#include "broker/link/link.h"

namespace usher::kiosk {

class Help : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("a visit has one")
    Q_PROPERTY(State state READ state NOTIFY changed)
public:
    enum class State { Quiet, Calling, Called, Unheard };
    Q_ENUM(State)

    explicit Help(link::Link& link, QObject* parent = nullptr) : QObject{parent}, link_{link} {}

    [[nodiscard]] State state() const { return state_; }
    /// Once is enough: does nothing while a call is on its way.
    Q_INVOKABLE void call();
    void reset();

signals:
    void changed();

private:
    void enter(State state);

    link::Link& link_;
    State state_{State::Quiet};
    int calls_{}; ///< an answer to an earlier visit's call is nobody's business
};

} // namespace usher::kiosk
