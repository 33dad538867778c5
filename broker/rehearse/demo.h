// The invented people of the demo: staff with their PINs, and cards with their tiers.
//
// For rehearsals only; every number in these files is a test number that no bank gave out.
#pragma once

#include "broker/protocol/ids.h"
#include "broker/protocol/moment.h"
#include "broker/protocol/secret.h"
#include "broker/setup/problem.h"

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace usher::rehearse {

struct StaffMember {
    protocol::StaffId id;
    std::string name;
    std::string role; ///< teller, lobby-manager, client-manager, authoriser, administrator
    protocol::Secret pin;
};

struct Card {
    protocol::Secret number;
    protocol::TierId tier;
    protocol::Date validFrom;
    protocol::Date validTo;
    protocol::StaffId clientManager; ///< empty: none
};

template <class T>
using Listing = std::variant<std::vector<T>, std::vector<setup::Problem>>;

/// "id,name,role,pin" and the rows below.
[[nodiscard]] Listing<StaffMember> readStaff(const std::filesystem::path& path);
/// "card,tier,valid_from,valid_to,client_manager" and the rows below; Customer::card counts them.
[[nodiscard]] Listing<Card> readCards(const std::filesystem::path& path);

} // namespace usher::rehearse
