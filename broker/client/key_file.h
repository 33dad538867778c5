// The key file of a device, as `usher-broker enrol` wrote it.
#pragma once

#include "broker/wire/codec.h"

namespace usher::client {

/// Nothing usable: a sentence for whoever started the program.
struct Failure {
    std::string what;
};

/// Refuses a file that others than its owner may read.
[[nodiscard]] std::variant<wire::KeyFile, Failure> readKeyFile(const std::string& path);

} // namespace usher::client
