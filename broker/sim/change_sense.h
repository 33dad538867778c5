// Whether changes make sense here and together, and what is to be said of them besides figures.
//
// What a live outlet would refuse, or `usher-broker check` in its file, is refused in the same
// words, with what to do.
#pragma once

#include "broker/outlet/outlet.h"
#include "broker/protocol/what_if.h"

#include <string>
#include <vector>

namespace usher::sim {

/// The changes, and in the same places the words they were said in.
struct Wish {
    std::vector<protocol::Change> changes;
    std::vector<std::string> words;
};

/// Why they cannot be tried, and what to do; empty: they can.
[[nodiscard]] std::string whyNot(const outlet::Outlet& outlet, const Wish& wish,
                                 protocol::Moment now);

/// Of those by which nothing would differ a sentence each.
[[nodiscard]] std::vector<std::string> withoutEffect(const outlet::Outlet& outlet,
                                                     const Wish& wish);

/// If a head start changes: what H would be, and the published order. Else empty.
[[nodiscard]] std::string ofHeadStarts(const outlet::Outlet& outlet, const Wish& wish);

} // namespace usher::sim
