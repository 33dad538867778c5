// Track 2 of a magnetic stripe as a keyboard wedge types it: `;NUMBER=YYMM...?` (ISO/IEC 7813).
//
// A card is swiped far faster than anyone types, so timing tells the two apart. Only the digits of
// the number are ever kept, never what follows the `=`, and they are wiped when the track ends, is
// too slow or breaks its form.
#pragma once

#include "broker/protocol/moment.h"
#include "broker/protocol/secret.h"
#include "kiosk/card/number.h"
#include "kiosk/card/scratch.h"

#include <optional>

namespace usher::card {

inline constexpr protocol::Millis trackMax{500};   ///< from the first key to the last
inline constexpr protocol::Millis betweenKeys{80}; ///< at most, from one key to the next
inline constexpr std::size_t trackKeysMax = 40;

class Track2 {
public:
    /// Takes one key; the number if that key ended a good track. Only differences of moments count.
    [[nodiscard]] std::optional<protocol::Secret> feed(char key, protocol::Moment now);

    /// Whether the key last fed ended or broke a track that had begun to be swiped: say so.
    [[nodiscard]] bool spoilt() const { return spoilt_; }

private:
    enum class State { Outside, Number, Rest };

    void begin(protocol::Moment now);
    std::optional<protocol::Secret> finish();
    void breakOff(bool wasSwiped);

    State state_{State::Outside};
    Scratch<numberDigitsMax> digits_;
    std::size_t keys_ = 0;
    std::size_t restDigits_ = 0;
    protocol::Moment began_;
    protocol::Moment latest_;
    bool spoilt_ = false;
};

} // namespace usher::card
