// The vault a running broker asks: is this the PIN, whose card is this.
//
// Both are answered by threads of their own. A PIN takes its tenth of a second there; a card that
// is not found in time is not found, and whoever waits for a disk, it is not the lobby.
#pragma once

#include "broker/engine/ports.h"
#include "broker/vault/cards.h"
#include "broker/vault/staff.h"
#include "broker/vault/worker.h"

namespace usher::vault {

class SodiumVault : public engine::Vault {
public:
    /// Runs a callable on the engine's thread, soon. Called from any thread.
    using Post = std::function<void(std::function<void()>)>;
    /// `cost` is what the PIN of somebody unknown costs to check: the same as everybody's.
    static std::variant<std::unique_ptr<SodiumVault>, Trouble>
    open(const std::filesystem::path& dir, Post post, PinCost cost = {});

    /// With more than 64 waiting, not looked at: nobody signs on that often by hand, and to whoever
    /// comes among those who do, a right PIN must not be called wrong.
    void check(protocol::SignOn signOn, std::function<void(Checked)> done) override;
    [[nodiscard]] protocol::CardLookedUp look(const protocol::Secret& card,
                                              protocol::Moment now) override;

private:
    SodiumVault(CardKey key, Database forPins, Database forCards, Post post, PinCost cost);

    CardKey key_;
    Database forPins_;
    Database forCards_;
    Post post_;
    std::unique_ptr<PinChecker> pins_;  ///< the PIN thread's
    std::unique_ptr<CardFinder> cards_; ///< the card thread's
    Worker pinThread_;
    Worker cardThread_;
};

} // namespace usher::vault
