// What happens by itself, because time passed or because something else just happened.
//
// Days and bands end and begin, overrides run out, the degraded mode comes and goes, tickets whose
// printer never answered join the line, those whom a machine can serve no more come back to it,
// those long gone from one are done, counters that stand by are kept free or call. Called after
// every command and at wakeUp(); each call returns the next few events, until there are none. Pure,
// like decide().
#pragma once

#include "broker/outlet/outlet.h"

namespace usher::rules {

[[nodiscard]] std::vector<protocol::Event> follow(const outlet::Outlet& outlet,
                                                  protocol::Moment now);

/// The next moment after `now` at which follow() has something to say, if nothing else happens
/// before. Requires that it has nothing to say now.
[[nodiscard]] std::optional<protocol::Moment> wakeUp(const outlet::Outlet& outlet,
                                                     protocol::Moment now);

} // namespace usher::rules
