// When a tier's own counter is kept free although it could help somebody else.
//
// A counter of a tier's own zone takes no help-out job while a customer of that tier is known to be
// coming before such a job would be done, if that customer would be called before the job's ticket
// anyway: booked, recognised at a kiosk, or with a number in the printer. One counter for each of
// them, and none for longer than the outlet's policy says, whoever else comes meanwhile. So the
// order of the line is never touched, only an idle counter is.
#pragma once

#include "broker/rules/dispatch.h"

namespace usher::rules {

/// Whom the counter is kept free for instead of this help-out job; of several, whoever would be
/// called first. Nothing: it may take the job.
[[nodiscard]] std::optional<protocol::KeptFree> keptFrom(const outlet::Outlet& outlet,
                                                         outlet::Index counter,
                                                         const Candidate& job,
                                                         protocol::Moment now);

/// What has to be said of a counter that stands by: kept free from now on, for somebody else now,
/// or no longer. Nothing: it is as its state says.
[[nodiscard]] std::optional<protocol::CounterKept>
keepingChange(const outlet::Outlet& outlet, outlet::Index counter, protocol::Moment now);

/// When a counter that stands by will next have something to say, after `now`: somebody is ready to
/// be called there, or it is kept free for long enough. Nothing: never, as things stand.
[[nodiscard]] std::optional<protocol::Moment>
standbyWake(const outlet::Outlet& outlet, outlet::Index counter, protocol::Moment now);

} // namespace usher::rules
