#include "broker/vault/sodium_vault.h"

#include <future>

namespace usher::vault {

namespace {

constexpr std::size_t pinsWaitingMax = 64;
constexpr std::size_t cardsWaitingMax = 1; // whoever comes while one is stuck need not wait, too
constexpr std::chrono::milliseconds lookMax{50};

} // namespace

std::variant<std::unique_ptr<SodiumVault>, Trouble>
SodiumVault::open(const std::filesystem::path& dir, Post post, PinCost cost) {
    auto made = VaultFile::open(dir); // makes it, if this is the first time
    if (auto* trouble = std::get_if<Trouble>(&made))
        return std::move(*trouble);
    auto key = CardKey::open(dir / "vault.key", false);
    if (auto* trouble = std::get_if<Trouble>(&key))
        return std::move(*trouble);
    auto forPins = VaultFile::connect(dir);
    if (auto* trouble = std::get_if<Trouble>(&forPins))
        return std::move(*trouble);
    auto forCards = VaultFile::connect(dir);
    if (auto* trouble = std::get_if<Trouble>(&forCards))
        return std::move(*trouble);
    return std::unique_ptr<SodiumVault>{
        new SodiumVault{std::get<CardKey>(std::move(key)), std::get<Database>(std::move(forPins)),
                        std::get<Database>(std::move(forCards)), std::move(post), cost}};
}

SodiumVault::SodiumVault(CardKey key, Database forPins, Database forCards, Post post, PinCost cost)
    : key_{std::move(key)}, forPins_{std::move(forPins)}, forCards_{std::move(forCards)},
      post_{std::move(post)}, pins_{std::make_unique<PinChecker>(forPins_, cost)},
      cards_{std::make_unique<CardFinder>(forCards_)}, pinThread_{pinsWaitingMax},
      cardThread_{cardsWaitingMax} {}

void SodiumVault::check(protocol::SignOn signOn, std::function<void(Checked)> done) {
    const auto asked = std::make_shared<protocol::SignOn>(std::move(signOn));
    const bool taken = pinThread_.give([this, asked, done] {
        auto checked = pins_->check(*asked);
        post_([done, checked = std::move(checked)] { done(checked); });
    });
    if (!taken)
        post_([done] { done(std::nullopt); });
}

protocol::CardLookedUp SodiumVault::look(const protocol::Secret& card, protocol::Moment now) {
    // The promise is shared: who gave up waiting is gone when the answer comes.
    const auto found = std::make_shared<std::promise<protocol::CardLookedUp>>();
    auto answer = found->get_future();
    const CardHash hash = key_.hash(card.reveal());
    if (!cardThread_.give([this, found, hash, now] { found->set_value(cards_->find(hash, now)); }))
        return {};
    return answer.wait_for(lookMax) == std::future_status::ready ? answer.get()
                                                                 : protocol::CardLookedUp{};
}

} // namespace usher::vault
