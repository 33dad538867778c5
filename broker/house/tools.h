// What the broker's command line does beside running: one function a subcommand.
//
// Each prints for a person and gives back the exit code: 0 done, 1 refused, 2 the input is bad.
#pragma once

#include "broker/house/enrolment.h"

namespace usher::house {

using Path = std::filesystem::path;

/// Of a good file prints what it says; or, to `explain`, the rule as it can be hung on the wall.
[[nodiscard]] int check(const Path& outlet, bool explain);
[[nodiscard]] int verify(const Path& data, const Path& acknowledged);
[[nodiscard]] int summary(const Path& data, const Path& acknowledged, const Path& to);
[[nodiscard]] int enrol(const Path& data, const Address& address, const std::string& name,
                        const std::string& role, const std::string& ownKey);
[[nodiscard]] int revoke(const Path& data, const std::string& name);
[[nodiscard]] int listDevices(const Path& data);
/// Without an outlet file, the setup the journal last saw says which tiers there are.
[[nodiscard]] int importCards(const Path& data, const Path& file, const Path& outlet);
[[nodiscard]] int importStaff(const Path& data, const Path& file);
[[nodiscard]] int backup(const Path& data, const Path& to);
[[nodiscard]] int restore(const Path& data, const Path& from);
/// For the demo and for tests: invented cards and staff, and a device for every part of the outlet:
/// K1 to K3, L1 to L3, H1, and W1, W2 ... for the staffed counters in the file's order.
[[nodiscard]] int demo(const Path& data, const Path& outlet, const Path& people,
                       const Address& address);

} // namespace usher::house
