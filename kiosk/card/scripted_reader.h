// A card reader played by a script: for tests, and for a demonstration without hardware.
//
// It keeps the same promises of order as a real one. Events come at once, on the caller's thread.
#pragma once

#include "kiosk/card/card_reader.h"

#include <string_view>

namespace usher::card {

class ScriptedReader final : public CardReader {
public:
    void start(CardSink sink) override;
    void stop() override;

    /// A card is put in; a number that is none fails as NotABankCard. Pulls out one still there.
    void insert(std::string_view digits);
    /// A card is put in that cannot be read.
    void insertBad(CardFailure reason);
    /// A stripe is swiped: no arrival, no removal.
    void swipe(std::string_view digits);
    void pull();
    void unplug();
    void plug();

    /// One line of a script: `insert DIGITS`, `bad REASON`, `swipe DIGITS`, `pull`, `unplug` or
    /// `plug`; REASON as in CardFailure. False, and nothing happens, if it is none of these.
    bool play(std::string_view line);

private:
    void tell(CardEvent event);
    void arrive();
    void tellNumber(std::string_view digits);

    CardSink sink_;
    bool plugged_ = true;
    bool inside_ = false;
};

} // namespace usher::card
