// A machine that reads cards, whichever it is: what it tells the kiosk, and how it is switched.
//
// A chip card tells its story in order: CardArrived, then exactly one of CardRead and CardFailed,
// then CardRemoved. A magnetic stripe is gone as soon as it is read, so it tells only the middle.
// The first event after start() says whether there is a reader at all.
#pragma once

#include "broker/protocol/secret.h"

#include <functional>
#include <variant>

namespace usher::card {

enum class CardFailure {
    Unreadable,     ///< the wrong way round, dirty, damaged, or a stripe swiped badly
    NotABankCard,   ///< it answers, but has no bank's application or no valid card number
    RemovedTooSoon, ///< pulled out while it was being read
    TooSlow,        ///< not done within the time for one card
    Hostile,        ///< breaks the grammar or asks for more than any honest card needs
};

struct CardArrived {};
struct CardRead {
    protocol::Secret number;
};
struct CardFailed {
    CardFailure reason{};
};
struct CardRemoved {};
struct ReaderLost {};
struct ReaderBack {};

using CardEvent =
    std::variant<CardArrived, CardRead, CardFailed, CardRemoved, ReaderLost, ReaderBack>;
using CardSink = std::function<void(CardEvent)>;

class CardReader {
public:
    CardReader() = default;
    CardReader(const CardReader&) = delete;
    CardReader& operator=(const CardReader&) = delete;
    virtual ~CardReader() = default;

    /// Begins to watch. Events come one at a time, on the reader's own thread unless it says
    /// otherwise. Starting twice without a stop between is a defect.
    virtual void start(CardSink sink) = 0;

    /// No event comes once it has returned. Any number of times, but never from within the sink.
    virtual void stop() = 0;
};

} // namespace usher::card
