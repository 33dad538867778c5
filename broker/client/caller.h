// A device's line to its broker: asks, asks again until it is answered, and hears the feeds.
//
// It holds no picture and decides nothing: what it hears goes to a Listener as it came. It has one
// descriptor; whenever that is readable, call pump(). That is all there is to driving it, be it
// from a QSocketNotifier, a poll in a thread or a test. It belongs to one thread; callbacks come
// out of pump() and nowhere else.
#pragma once

#include "broker/client/net.h"
#include "broker/wire/codec.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <variant>

namespace usher::client {

/// Denied: the broker does not know this device's key (any more). Tried again with back-off.
enum class Connection { Connecting, Connected, Denied };

/// Nobody answered in time. What was asked may have happened all the same.
struct NoAnswer {};
using Outcome = std::variant<protocol::Answer, protocol::Refusal, NoAnswer>;

/// Hears what comes in. Calling ask() from any of these is welcome; destroying the Caller is not.
class Listener {
public:
    virtual ~Listener() = default;
    virtual void onNews(wire::News news) = 0;
    virtual void onBeat(protocol::Beat beat) = 0;
    virtual void onBoard(protocol::Board board) = 0;
    virtual void onConnection(Connection connection) = 0;
};

struct Options {
    using Span = std::chrono::milliseconds;
    static constexpr Span forEver = Span::max();

    bool staffFeed = false; ///< for the roles of protocol::staffListeners only
    bool publicFeed = false;
    Span giveUpAfter{15'000};  ///< a person waits no longer; forEver for machines
    Span firstRepeat{1'000};   ///< doubling
    Span longestRepeat{8'000}; ///< what the doubling ends at
    Span pingEvery{1'000};     ///< when nothing else was heard
    Span lostAfter{3'000};     ///< silence, then Connecting
    Span renewAfter{5'000};    ///< silence on a standing connection, then a new one
    Span backOffFirst{1'000};  ///< after a denial; doubling
    Span backOffLongest{32'000};
};

class Caller {
public:
    using Clock = std::chrono::steady_clock;
    using Done = std::function<void(Outcome)>;

    /// `listener` may be null; it must outlive the caller.
    Caller(Net& net, wire::KeyFile key, Options options, Listener* listener);
    /// Forgets what is still unanswered, without a word.
    ~Caller();
    Caller(const Caller&) = delete;
    Caller& operator=(const Caller&) = delete;

    /// Readable whenever pump() has something to do, timers included. Stays the same for life.
    [[nodiscard]] int fd() const;
    void pump();
    /// When pump() is next due even if nothing comes in; fd() becomes readable then by itself.
    [[nodiscard]] Clock::time_point nextDeadline() const;

    /// Sends at once, or when there is a connection. `done` is called exactly once.
    protocol::CommandId ask(protocol::Command command, Done done);
    /// The same with another patience than the options'.
    protocol::CommandId ask(protocol::Command command, Done done, Options::Span giveUpAfter);

    [[nodiscard]] Connection connection() const;
    [[nodiscard]] bool connected() const { return connection() == Connection::Connected; }
    /// Since anything was last heard at the door; Span::max() if nothing ever was.
    [[nodiscard]] Options::Span sinceLastHeard() const;
    [[nodiscard]] std::size_t unanswered() const;
    [[nodiscard]] const wire::KeyFile& key() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace usher::client
