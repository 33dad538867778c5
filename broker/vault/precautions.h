// What a process does before it touches a secret.
#pragma once

namespace usher::vault {

/// No core file and no debugger of the same user, so that a crash writes no card number down.
/// False if the kernel would not have it.
[[nodiscard]] bool forbidCoreDumps();

} // namespace usher::vault
