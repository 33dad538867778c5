#include "broker/engine/simple_outlook.h"

#include "broker/forecast/simple.h"

namespace usher::engine {

protocol::Range SimpleOutlook::newcomer(const outlet::Outlet& outlet,
                                        const protocol::ServiceId& service,
                                        const protocol::TierId& tier, protocol::Moment now) const {
    return forecast::simpleWait(outlet, service, tier, now);
}

} // namespace usher::engine
