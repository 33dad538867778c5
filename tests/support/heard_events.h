// A sink that keeps what a card reader says as plain words, and can be waited on.
#pragma once

#include "kiosk/card/card_reader.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <vector>

namespace usher::support {

inline std::string inWords(const card::CardEvent& event) {
    if (std::holds_alternative<card::CardArrived>(event))
        return "arrived";
    if (const auto* read = std::get_if<card::CardRead>(&event))
        return "read " + std::string{read->number.reveal()};
    if (std::holds_alternative<card::CardRemoved>(event))
        return "removed";
    if (std::holds_alternative<card::ReaderLost>(event))
        return "lost";
    if (std::holds_alternative<card::ReaderBack>(event))
        return "back";
    switch (std::get<card::CardFailed>(event).reason) {
    case card::CardFailure::Unreadable:
        return "failed Unreadable";
    case card::CardFailure::NotABankCard:
        return "failed NotABankCard";
    case card::CardFailure::RemovedTooSoon:
        return "failed RemovedTooSoon";
    case card::CardFailure::TooSlow:
        return "failed TooSlow";
    case card::CardFailure::Hostile:
        return "failed Hostile";
    }
    return "";
}

class HeardEvents {
public:
    using Words = std::vector<std::string>;

    card::CardSink sink() {
        return [this](card::CardEvent event) {
            const std::lock_guard lock{mutex_};
            words_.push_back(inWords(event));
            changed_.notify_all();
        };
    }

    /// All heard so far, once `count` events came or a generous time went by.
    Words after(std::size_t count, std::chrono::seconds patience = std::chrono::seconds{20}) {
        std::unique_lock lock{mutex_};
        changed_.wait_for(lock, patience, [&] { return words_.size() >= count; });
        return words_;
    }

    void forget() {
        const std::lock_guard lock{mutex_};
        words_.clear();
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    Words words_;
};

} // namespace usher::support
