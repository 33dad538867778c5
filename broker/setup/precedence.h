// The published order, held to: an outlet whose minutes contradict it is refused.
//
// `check` and the notice on the wall both tell it from here.
#pragma once

#include "broker/protocol/contradiction.h"
#include "broker/setup/draft.h"

namespace usher::setup {

/// As in: tier "vip" counts for 60 min, but tier "assisted", published above it, for 30
[[nodiscard]] std::string toText(const protocol::Setup& setup,
                                 const protocol::Contradiction& contradiction);
/// As: tier "vip"
[[nodiscard]] std::string nameOf(const protocol::Setup& setup, const protocol::Rung& rung);

/// Whatever counts for more minutes than what is published above it is a problem.
void checkOrder(const Draft& draft, Problems& problems);

/// The ladder as it is told to people: a lesser valued tier stands where its minutes put it.
[[nodiscard]] std::vector<protocol::Rung> toldOrder(const protocol::Setup& setup);

} // namespace usher::setup
