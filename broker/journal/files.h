// Putting a finished file into its place so that no crash leaves half of one there.
#pragma once

#include "broker/journal/database.h"

namespace usher::journal {

/// The journal's name inside its data directory.
inline constexpr const char* journalName = "journal.db";

/// A file, whatever it is called: the device's number and the file's on it.
using Identity = std::pair<std::uint64_t, std::uint64_t>;
/// Nothing if no file has this name.
[[nodiscard]] std::optional<Identity> identityOf(const std::filesystem::path& file);

/// Writes `part` through to the disk, renames it to `whole`, and writes that through too.
[[nodiscard]] Outcome moveInto(const std::filesystem::path& part,
                               const std::filesystem::path& whole);
[[nodiscard]] Outcome syncDirectory(const std::filesystem::path& dir);
/// To whom the directory belongs: root may write for the broker's user.
[[nodiscard]] Outcome giveToOwnerOf(const std::filesystem::path& dir,
                                    const std::filesystem::path& file);
/// With the log and the index SQLite may have left beside it.
void removeDatabase(const std::filesystem::path& file);

} // namespace usher::journal
