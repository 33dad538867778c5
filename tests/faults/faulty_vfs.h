// SQLite's way to the disk, led past the Drive. The files are real; locks, shared memory and what
// lies outside the watched folder go straight through.
#pragma once

namespace usher::faults {

/// Makes it the default of this process; once is enough. False if SQLite would not have it.
[[nodiscard]] bool installFaultyVfs();

} // namespace usher::faults
