// What is known about how long services take and who comes when.
//
// Learned from the journal's records in their order, so it can be rebuilt from the log at any time;
// a small value, so a copy can go where the rolling is done. It knows no clock: the records carry
// their time.
#pragma once

#include "broker/forecast/pace.h"
#include "broker/forecast/traffic.h"
#include "broker/outlet/outlet.h"

namespace usher::forecast {

struct Model {
    Pace pace;
    Traffic traffic;

    Model() = default;
    explicit Model(const protocol::Setup& setup) : pace{setup}, traffic{setup} {}
    /// Requires the outlet as it was before the record.
    void learn(const outlet::Outlet& before, const protocol::Record& record);

    friend bool operator==(const Model&, const Model&) = default;
};

} // namespace usher::forecast
