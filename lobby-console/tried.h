// What the journal is told of other work that was tried as a what-if first, and what that told.
//
// It is written in plain words, as every reason is, and read back so that a screen can say it in
// its own language. A reason that was not written here says nothing of a trial.
#pragma once

#include "lobby-console/trial_choices.h"

namespace usher::lobby {

struct Tried {
    int what{-1};  ///< Trial::What; -1: nothing was tried
    int minutes{}; ///< until it helps out
    protocol::ZoneId zone;
};

[[nodiscard]] QString reasonOf(const TrialChoice& choice);
[[nodiscard]] Tried triedIn(const QString& reason);

} // namespace usher::lobby
