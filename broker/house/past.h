// What the broker's forecast begins with: the journal's last days, learned from.
#pragma once

#include "broker/outlook/seer.h"

#include <filesystem>

namespace usher::house {

/// Up to and including event `last`, from no more than some hundred thousand before it. Reads
/// beside a running broker. A journal that cannot be read teaches nothing: the seer then knows
/// `now` only.
[[nodiscard]] outlook::Seer learnPast(const std::filesystem::path& data, protocol::Sequence last,
                                      const outlet::Outlet& now);

} // namespace usher::house
