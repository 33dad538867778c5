// The two feeds: records and beats for staff, the board for everybody in the hall.
//
// Nothing sent here waits for a listener: one who is too slow misses messages, sees the gap in the
// sequence, and fetches the picture anew.
#pragma once

#include "broker/transport/gate.h"

#include <span>

namespace usher::transport {

class Feeds {
public:
    Feeds(Loop& loop, Gate& gate);
    ~Feeds();
    Feeds(const Feeds&) = delete;
    Feeds& operator=(const Feeds&) = delete;

    /// Endpoints as of Door::open.
    [[nodiscard]] Trouble open(const std::string& staff, const std::string& board);
    [[nodiscard]] const std::string& staffEndpoint() const;
    [[nodiscard]] const std::string& boardEndpoint() const;

    void publish(std::uint64_t epoch, std::span<const protocol::Record> records);
    void publish(const protocol::Beat& beat);
    void publish(const protocol::Board& board);
    /// After a revocation: throws every listener off and lets those back who are still enrolled.
    /// libzmq asks about a key once a connection, and has no call to drop a single peer.
    void readmit();
    /// False while a feed could not be bound again; it keeps trying.
    [[nodiscard]] bool healthy() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace usher::transport
