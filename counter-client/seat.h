// What the picture says of one counter: the one this device is signed on to.
//
// A plain reading, taken anew whenever the picture or the clock moved on; it asks nothing and
// remembers nothing. Minutes are whole minutes of the outlet's clock that have passed.
#pragma once

#include "broker/link/link.h"

namespace usher::counter {

/// The person at the counter.
class Customer {
    Q_GADGET
    QML_VALUE_TYPE(customer)
    Q_PROPERTY(QString number MEMBER number)
    Q_PROPERTY(QString service MEMBER service)
    Q_PROPERTY(QString tier MEMBER tier)
    Q_PROPERTY(bool assisted MEMBER assisted)
    Q_PROPERTY(int waited MEMBER waited)
    Q_PROPERTY(int target MEMBER target)
    Q_PROPERTY(int elapsed MEMBER elapsed)
    Q_PROPERTY(bool waitedTooLong MEMBER waitedTooLong)
    Q_PROPERTY(bool takesLong MEMBER takesLong)
    Q_PROPERTY(int typical MEMBER typical)
    Q_PROPERTY(int recallsMissing MEMBER recallsMissing)
public:
    QString number;
    QString service;
    QString tier;
    bool assisted{};
    int waited{};         ///< minutes from arrival to this call or service
    int target{};         ///< minutes the tier is promised at most
    int elapsed{};        ///< seconds since the call, or since the service began
    bool waitedTooLong{}; ///< more than the tier's target
    bool takesLong{};     ///< half as long again as it usually does
    int typical{};        ///< minutes the service takes on average
    int recallsMissing{}; ///< before it may be called a no-show
    friend bool operator==(const Customer&, const Customer&) = default;
};

/// What may still be taken back. `act` is a command's name, as "Finish"; empty: nothing.
class LastAct {
    Q_GADGET
    QML_VALUE_TYPE(lastAct)
    Q_PROPERTY(QString act MEMBER act)
    Q_PROPERTY(QString number MEMBER number)
    Q_PROPERTY(int remaining MEMBER remaining)
    Q_PROPERTY(int total MEMBER total)
public:
    QString act;
    QString number;
    int remaining{}; ///< seconds
    int total{};     ///< seconds
    friend bool operator==(const LastAct&, const LastAct&) = default;
};

struct Seat {
    std::optional<protocol::CounterId> counter; ///< nothing: nobody is signed on at this device
    protocol::Desk desk{protocol::Desk::Closed};
    std::optional<protocol::TicketId> ticket;
    int number{}; ///< what the sign above it says
    QString name;
    QString staff;
    QString reason;
    bool closing{};
    Customer customer;
    LastAct lastAct;
    int waitingHere{}; ///< those this counter may call now
    int waitingHall{};
    friend bool operator==(const Seat&, const Seat&) = default;
};

/// `chinese`: which of the setup's names to show.
[[nodiscard]] Seat readSeat(const link::Link& link, bool chinese);
[[nodiscard]] QString inLanguage(const protocol::Text& text, bool chinese);
[[nodiscard]] int wholeMinutes(protocol::Millis span);

} // namespace usher::counter
