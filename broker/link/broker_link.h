// The link to a real broker: a Caller driven by Qt's event loop, and the replica it feeds.
#pragma once

#include "broker/link/link.h"
#include "broker/replica/replica.h"

#include <QElapsedTimer>
#include <QSocketNotifier>
#include <QTimer>

namespace usher::link {

class BrokerLink : public Link, private client::Listener {
    Q_OBJECT
public:
    /// Listens to the staff feed where the key's role may, else to the public one.
    explicit BrokerLink(wire::KeyFile key, QObject* parent = nullptr);

    void ask(protocol::Command command, QObject* asker, Done done) override;
    [[nodiscard]] const outlet::Outlet& outlet() const override { return replica_.outlet(); }
    [[nodiscard]] const protocol::Board& board() const override { return board_; }
    [[nodiscard]] const std::vector<protocol::BoardZone>& zones() const override { return zones_; }
    [[nodiscard]] const std::vector<protocol::TicketWait>& waits() const override { return waits_; }
    [[nodiscard]] protocol::DeviceId device() const override { return caller_.key().name; }
    [[nodiscard]] protocol::Moment now() const override;
    [[nodiscard]] State state() const override;
    [[nodiscard]] bool stale() const override;
    [[nodiscard]] int ageSeconds() const override;

private:
    void onNews(wire::News news) override;
    void onBeat(protocol::Beat beat) override;
    void onBoard(protocol::Board board) override;
    void onConnection(client::Connection connection) override;
    void follow(replica::NextAction action);
    void askSnapshot();
    void askBoard();
    /// Tells of what was heard and is in the picture by now.
    void tell();
    void heard(protocol::Moment now, double speed);
    void tick();

    bool staff_;
    client::Net net_;
    client::Caller caller_;
    QSocketNotifier bell_;
    QTimer second_;
    replica::Replica replica_;
    protocol::Board board_;
    std::vector<protocol::BoardZone> zones_;
    std::vector<protocol::TicketWait> waits_;
    std::vector<protocol::Record> untold_; ///< heard, and perhaps not yet in the picture
    QElapsedTimer lastBeat_;
    protocol::Moment beatNow_;
    double speed_{1.0};
    bool healthy_{true};
    bool asked_{false};
    bool wasStale_{true};
};

} // namespace usher::link
