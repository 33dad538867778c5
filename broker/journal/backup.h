// Copies of the journal, and putting one back.
#pragma once

#include "broker/journal/archive.h"

namespace usher::journal {

/// A copy of `from` as of now at `to`: checked, written through, in one piece or not at all.
[[nodiscard]] Outcome copyDatabase(Database& from, const std::filesystem::path& to);

struct Restored {
    std::filesystem::path aside; ///< where the replaced journal lies now; empty if there was none
};
/// What is wrong with a copy, from its first row to its last.
using Objection = std::function<Outcome(Archive& copy)>;
/// As Archive::verify.
[[nodiscard]] Outcome objectionTo(Archive& copy);
/// Makes the backup `from` the journal of `dir`. Refused, and nothing touched, while a broker holds
/// the directory or if `from` is not a sound journal. One of an older format can be judged only
/// once it is brought up to date.
[[nodiscard]] std::variant<Restored, Trouble> restore(const std::filesystem::path& from,
                                                      const std::filesystem::path& dir,
                                                      const Objection& objection = objectionTo);

} // namespace usher::journal
