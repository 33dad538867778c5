// How long things take at a counter: services, tellers, and what lies between two customers.
//
// A service is lognormal; a teller's work is that times a factor of their own, shrunk towards the
// pool until enough of it was seen. Services go by their place in the setup.
#pragma once

#include "broker/forecast/lognormal.h"
#include "broker/outlet/floor.h"

namespace usher::forecast {

/// Between one service and the next.
struct Between {
    Belief walk;    ///< from the call to the start of service
    Belief gap;     ///< from the end of a service to the next call, where somebody waited
    Belief pause;   ///< a teller's, from the desk
    Belief absence; ///< from the call of somebody who is not there until the teller gives up
    Share noShow;   ///< of calls, those whom nobody answers
    Share pausing;  ///< of services, those after which the teller pauses

    /// What a lobby of people is assumed to need before anything was seen.
    static Between usual();
    /// The next customer is there the moment the last one is done with: the lobby of textbooks.
    static Between nothing();
    friend bool operator==(const Between&, const Between&) = default;
};

class Pace {
public:
    Pace() = default;
    /// Services as long as the setup says is typical, with a cv of 1.
    explicit Pace(const protocol::Setup& setup);
    /// What is known of a service or teller stays known under the new setup.
    void adopt(const protocol::Setup& setup);

    void served(outlet::Index service, const protocol::StaffId& staff, protocol::Millis took);
    /// As if this teller's factor had been measured for years.
    void known(const protocol::StaffId& staff, double factor);

    [[nodiscard]] outlet::Index services() const {
        return static_cast<outlet::Index>(services_.size());
    }
    [[nodiscard]] const Belief& service(outlet::Index service) const {
        return services_[service].length;
    }
    /// A teller's factor; `mean` and `sd` of its logarithm.
    [[nodiscard]] Lognormal teller(const protocol::StaffId& staff) const;

    Between between = Between::usual();

    friend bool operator==(const Pace&, const Pace&) = default;

private:
    struct Work {
        protocol::ServiceId id;
        Belief length; ///< in the hands of an average teller
        friend bool operator==(const Work&, const Work&) = default;
    };
    /// Evidence on the logarithm of a factor: its precision, and the sum weighted by it.
    struct Teller {
        protocol::StaffId id;
        double precision{};
        double sum{};
        friend bool operator==(const Teller&, const Teller&) = default;
    };
    [[nodiscard]] Teller& find(const protocol::StaffId& staff);

    std::vector<Work> services_;
    std::vector<Teller> tellers_; ///< by id
};

} // namespace usher::forecast
