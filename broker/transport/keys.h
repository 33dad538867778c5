// CURVE keys, and the files they are kept in.
//
// A file with a key in it is readable by its owner alone, or it is refused; it is replaced whole or
// not at all. The keys printed in ZeroMQ's manual are known to everybody and never accepted.
#pragma once

#include "broker/wire/codec.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace usher::transport {

/// What went wrong, to be logged or shown to whoever runs the broker; nothing if all is well.
using Trouble = std::optional<std::string>;
struct Failure {
    std::string what;
};
template <class T>
using Outcome = std::variant<T, Failure>;

/// Z85, 40 characters each.
struct KeyPair {
    std::string publicKey;
    std::string secretKey;
};

[[nodiscard]] KeyPair newKeyPair();
/// The public half of a secret key; nothing if it is not 40 characters of Z85.
[[nodiscard]] std::optional<std::string> publicKeyOf(std::string_view secretKey);
/// One of the example keys of the manual, public or secret.
[[nodiscard]] bool isPublished(std::string_view key);

/// Mode 0600; temporary file, fsync, rename, fsync of the directory.
[[nodiscard]] Trouble writePrivate(const std::string& path, std::string_view text);
/// Refuses a file that others may read, or of more than 64 KiB.
[[nodiscard]] Outcome<std::string> readPrivate(const std::string& path);

/// The broker's own pair in `path`, made at the first start.
[[nodiscard]] Outcome<KeyPair> brokerKeys(const std::string& path);
[[nodiscard]] Trouble writeKeyFile(const std::string& path, const wire::KeyFile& file);
[[nodiscard]] Outcome<wire::KeyFile> readKeyFile(const std::string& path);

} // namespace usher::transport
