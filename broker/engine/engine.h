// The order of work: decide, journal, evolve, publish, reply.
//
// One thread owns the outlet and gives one input at a time. Nothing is said before it is on disk:
// what anyone was told is always a prefix of what is journalled. While one batch is syncing, the
// next is decided on top of it; should the disk refuse, everything decided since is forgotten, the
// askers are told Unavailable, and the outlet is again what the disk says it is.
#pragma once

#include "broker/engine/lookahead.h"
#include "broker/engine/ports.h"
#include "broker/outlet/outlet.h"

#include <map>

namespace usher::engine {

/// Running totals since the start, for the metrics page.
struct Figures {
    std::uint64_t commands{};
    std::uint64_t refusals{};
    std::uint64_t repeats{};
    std::uint64_t events{};
    std::uint64_t commits{};
    std::uint64_t failures{};
};

class Engine {
public:
    struct Ports {
        Clock& clock;
        Journal& journal;
        Vault& vault;
        Outbox& outbox;
        Outlook& outlook;
    };

    /// `outlet`: as the journal left it, and `snapshot` how far its newest snapshot reaches; 0:
    /// there is none. `epoch`: never used before. `speed`: of the clock.
    /// Begins with a tick(): much may have become due while nobody was here.
    Engine(outlet::Outlet outlet, protocol::Sequence snapshot, std::uint64_t epoch, double speed,
           Ports ports);

    void take(Asked asked);
    /// Time has passed: see Clock::alarm.
    void tick();
    /// Once a second of real time: beats and boards go out, and a sick disk is tried again.
    void beat();
    /// The outlook has a new forecast.
    void foreseen();
    /// The setup file differs from the one the journal knows. Should the disk refuse, it is adopted
    /// once the disk works again.
    void adopt(protocol::Setup setup, const protocol::CommandId& id);

    /// What is on disk, and so what may be said.
    [[nodiscard]] const outlet::Outlet& durable() const { return durable_; }
    /// False while the journal takes nothing.
    [[nodiscard]] bool healthy() const { return healthy_; }
    [[nodiscard]] const Figures& figures() const { return figures_; }
    [[nodiscard]] bool busy() const { return committing_ || !pending_.answers.empty(); }

private:
    struct Adoption {
        protocol::Setup setup;
        protocol::CommandId id;
    };
    struct Waiter {
        protocol::DeviceId by;
        std::vector<ReplyTo> to;
    };

    [[nodiscard]] protocol::Moment now();
    [[nodiscard]] bool repeated(const Asked& asked);
    void answerQuestion(const Asked& asked);
    void publishBeat();
    [[nodiscard]] protocol::Board currentBoard();
    void resolve(Asked asked);
    void decide(const Asked& asked);
    void follow(protocol::Moment at);
    void append(const Asked& cause, std::string_view what, std::vector<protocol::Event> events,
                protocol::Moment at);
    [[nodiscard]] bool snapshotDue(protocol::Sequence at) const;
    void commit();
    void committed(bool good);
    void forgetUnwritten();
    void recover();
    void answer(const Remembered& answer);

    Ports ports_;
    std::uint64_t epoch_;
    double speed_;
    outlet::Outlet outlet_;  ///< with everything decided, on disk or not
    outlet::Outlet durable_; ///< with everything on disk
    Batch pending_;
    std::optional<Batch> committing_;
    Lookahead lookahead_;
    std::map<protocol::CommandId, Waiter> waiting_; ///< asked and not yet answered
    protocol::Moment lastNow_;
    protocol::Sequence lastSnapshot_;
    std::optional<Adoption> adopting_; ///< not yet on disk
    bool healthy_ = true;
    Figures figures_;
};

} // namespace usher::engine
