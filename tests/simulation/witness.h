// An outlet of the checkers' own, led by nothing but the records that are on the disk; and what
// must hold of every record and of the picture after it.
//
// Each checker is one promise and one file. They look at the record before it is taken in, against
// the outlet as it was, so that a bad one is named before anything trips over it.
#pragma once

#include "broker/outlet/outlet.h"
#include "tests/simulation/branch.h"

#include <map>
#include <set>

namespace usher::world {

/// The life of every ticket: only steps that a ticket can take, nobody lost or doubled, numbers
/// unique, seniority kept.
class Lives {
public:
    Lives(Nature& nature, const protocol::Setup& file) : nature_{nature}, file_{file} {}

    void before(const outlet::Outlet& outlet, const protocol::Record& record);
    void after(const outlet::Outlet& outlet, const protocol::Record& record);

private:
    struct Life {
        std::string number;
        protocol::Moment arrival;
        protocol::Phase phase{};
        std::vector<protocol::Claim> claims;
        protocol::Millis promotion{};
        protocol::Moment counted;
        protocol::ServiceId service;
        bool touched{};
    };
    void taken(const outlet::Outlet& outlet, const protocol::TicketTaken& taken);
    void dayClosed(const outlet::Outlet& outlet, const protocol::DayClosed& closed);
    void look(const protocol::Ticket& ticket, const protocol::Record& record, Life& life);

    Nature& nature_;
    const protocol::Setup& file_;
    std::map<protocol::TicketId, Life> lives_;
    std::set<std::string> today_;
    protocol::TicketId last_;
};

/// The promise: nobody is passed by who came more than H later; and the record of each call says
/// what the rule, read aloud over every ticket, says.
class Fairness {
public:
    Fairness(Nature& nature, const protocol::Setup& file) : nature_{nature}, file_{file} {}
    void before(const outlet::Outlet& outlet, const protocol::Record& record);

private:
    void called(const outlet::Outlet& outlet, const protocol::TicketCalled& call,
                protocol::Moment at);
    Nature& nature_;
    const protocol::Setup& file_;
};

/// One customer a counter, one counter a customer; who the counter says sits there is signed on.
void checkCounters(const outlet::Outlet& outlet);

class Witness {
public:
    /// `file`: what the outlet file says; another one from the next SetupAdopted on if it changes.
    Witness(Nature& nature, const protocol::Setup& file)
        : nature_{nature}, file_{file}, lives_{nature, held_}, fairness_{nature, held_} {}

    void take(const protocol::Record& record);
    [[nodiscard]] const outlet::Outlet& outlet() const { return outlet_; }

private:
    Nature& nature_;
    const protocol::Setup& file_;
    protocol::Setup held_; ///< the file as it was when it was adopted
    outlet::Outlet outlet_;
    Lives lives_;
    Fairness fairness_;
};

} // namespace usher::world
