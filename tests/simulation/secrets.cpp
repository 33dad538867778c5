#include "tests/simulation/checks.h"

#include "broker/wire/codec.h"

#include <algorithm>

namespace usher::world {

using namespace protocol;

namespace {

bool holds(std::string_view bytes, std::string_view what) {
    return bytes.find(what) != std::string_view::npos;
}

} // namespace

/// Card numbers and PINs go in at the door and come out nowhere.
void Checks::secrets(const std::string& bytes, const char* where) const {
    for (const std::string_view part : {"6217009876", "pin-secret"})
        if (holds(bytes, part))
            throw Violation{"secrets", std::string{where} + " holds a card number or a PIN"};
}

/// In the hall there are numbers and counters, and nothing about anybody.
void Checks::publishing(const Board& board, const std::string& body) {
    secrets(body, "the board");
    for (const std::string_view part :
         {"tier-", "Tier-", "assisted", "staff-", "Person-", "Manager-", "device-", "ref-"})
        if (holds(body, part))
            throw Violation{"public feed", "the hall's board says " + std::string{part}};
    for (const auto& [id, ticket] : truth().tickets())
        if (!ticket.tier.empty() && holds(body, ticket.tier.view()))
            throw Violation{"public feed", "the hall's board names a tier"};
    if (board.sequence > truth().sequence())
        throw Violation{"public feed", "the hall knows what is not on the disk"};
}

} // namespace usher::world
