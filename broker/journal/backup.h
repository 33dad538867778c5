// Copies of the journal, and putting one back.
#pragma once

#include "broker/journal/database.h"

namespace usher::journal {

/// A copy of `from` as of now at `to`: checked, written through, in one piece or not at all.
[[nodiscard]] Outcome copyDatabase(Database& from, const std::filesystem::path& to);

struct Restored {
    std::filesystem::path aside; ///< where the replaced journal lies now; empty if there was none
};
/// Makes the backup `from` the journal of `dir`. Refused, and nothing touched, while a broker holds
/// the directory or if `from` is not a sound journal.
[[nodiscard]] std::variant<Restored, Trouble> restore(const std::filesystem::path& from,
                                                      const std::filesystem::path& dir);

} // namespace usher::journal
