// Who gets in: the ZAP handler, and the only maker of sockets that strangers can reach.
//
// A socket made here demands CURVE and asks this handler about every key; there is no way to make
// one before the handler answers, nor before it was seen to keep a stranger out. Denies by default.
// It lives on the loop, not on a thread of its own, so that the roll of devices is read by the one
// thread that changes it.
#pragma once

#include "broker/engine/ports.h"
#include "broker/transport/keys.h"
#include "broker/transport/loop.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

namespace usher::transport {

struct KnownDevice {
    protocol::DeviceId name;
    protocol::Role role{};
};

/// The device of a public key (Z85) as enrolled now; nothing if unknown or revoked.
using Roll = std::function<std::optional<KnownDevice>(std::string_view publicKey)>;

/// What a socket is for; the ZAP domains.
enum class Domain { Door, Staff, Board };

class Socket;

class Gate {
public:
    struct Counts {
        std::uint64_t letIn{};
        std::uint64_t turnedAway{};
    };

    /// `keys`: the broker's own pair. `roll` is called on the loop's thread.
    Gate(Loop& loop, KeyPair keys, Roll roll);
    ~Gate();
    Gate(const Gate&) = delete;
    Gate& operator=(const Gate&) = delete;

    /// Begins to answer, then proves with a random key, on a socket of every domain, that a
    /// stranger stays out. With trouble, do not start.
    [[nodiscard]] Trouble open();
    /// A guarded, unbound socket of ZeroMQ type `type`. Requires open().
    [[nodiscard]] Socket socket(int type, Domain domain);
    /// Who holds this key now.
    [[nodiscard]] std::optional<KnownDevice> who(std::string_view publicKey) const;
    [[nodiscard]] const std::string& publicKey() const;
    [[nodiscard]] const Counts& counts() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace usher::transport
