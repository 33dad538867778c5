// Follows the records, learns from them, and foresees from the picture they make.
//
// Plain and single-threaded: the same records and moments give the same forecasts. What is said of
// a newcomer is corrected by what became of those before; how it turns out is learned at their
// call.
#pragma once

#include "broker/forecast/correction.h"
#include "broker/forecast/foresee.h"

#include <functional>
#include <map>

namespace usher::outlook {

/// One forecast, ready to be said.
struct Sight {
    protocol::Moment at;
    std::vector<protocol::TicketWait> waits; ///< everybody who waits, by ticket
    std::vector<protocol::Range> newcomers;  ///< service x tier, in the setup's order
    std::vector<protocol::Range> booked;     ///< the same with an appointment, if anybody has one
    std::size_t futures{};
};

class Seer {
public:
    Seer() = default;
    explicit Seer(outlet::Outlet outlet);

    /// The next of the journal; one that is known already is passed over.
    void take(const protocol::Record& record);
    /// `enough` as of forecast::ForeseeOptions.
    [[nodiscard]] Sight look(protocol::Moment now, std::size_t futures,
                             const std::function<bool()>& enough);

    [[nodiscard]] const outlet::Outlet& outlet() const { return outlet_; }
    [[nodiscard]] const forecast::Model& model() const { return model_; }
    [[nodiscard]] const forecast::Correction& correction() const { return correction_; }

private:
    /// A ticket was taken: what was said is kept until the call.
    void note(const protocol::Ticket& ticket);
    void score(const protocol::TicketCalled& called, protocol::Moment at);
    void adopt();
    [[nodiscard]] std::size_t cell(outlet::Index service, outlet::Index tier) const {
        return std::size_t{service} * outlet_.setup().tiers.size() + tier;
    }

    struct Promised {
        forecast::Said said;
        outlet::Index tier{};
    };

    outlet::Outlet outlet_;
    forecast::Model model_;
    forecast::Correction correction_;
    std::vector<forecast::Delays> delays_; ///< service x tier
    std::vector<forecast::Said> newest_;   ///< service x tier, of the last look
    std::map<protocol::TicketId, Promised> promised_;
};

} // namespace usher::outlook
