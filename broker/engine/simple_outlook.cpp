#include "broker/engine/simple_outlook.h"

#include "broker/forecast/simple.h"

namespace usher::engine {

protocol::Range SimpleOutlook::newcomer(const outlet::Outlet& outlet,
                                        const protocol::ServiceId& service,
                                        const protocol::TierId& tier,
                                        const std::vector<protocol::Claim>& claims,
                                        protocol::Moment now) const {
    return forecast::simpleWait(outlet, service, tier, claims, now);
}

} // namespace usher::engine
