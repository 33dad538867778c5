// Devices and their keys: who may speak to this broker, from the command line.
#pragma once

#include "broker/transport/keys.h"
#include "broker/vault/devices.h"

#include <filesystem>

namespace usher::house {

/// Where the broker of a data directory can be reached.
struct Address {
    std::string host{"127.0.0.1"};
    std::uint16_t port{};

    [[nodiscard]] std::string door() const;
    [[nodiscard]] std::string staff() const;
    [[nodiscard]] std::string board() const;
};

/// As the broker last ran; the defaults if it never did.
[[nodiscard]] Address addressOf(const std::filesystem::path& data);

/// Makes a key pair, takes the device in and writes DATA/keys/NAME.json (mode 0600): both or
/// neither. With a key of the device's own making, the file has no secret half. Gives back the
/// path.
[[nodiscard]] transport::Outcome<std::filesystem::path>
enrolDevice(const std::filesystem::path& data, const Address& address,
            const protocol::DeviceId& name, protocol::Role role, const std::string& ownKey = {});

/// `ctl`, the name of the administrator's hand on this machine. The broker alone enrols it.
[[nodiscard]] const protocol::DeviceId& hand();

/// Whether a broker has run here, for all that the vault knows: `ctl` is enrolled at the first
/// start.
[[nodiscard]] transport::Outcome<bool> hasRun(const std::filesystem::path& data);

/// The hand, with a key file of today's address; `known` if it is enrolled. True if it is anew
/// because the file was lost or damaged: the key in it is revoked.
[[nodiscard]] transport::Outcome<bool> readyHand(const std::filesystem::path& data, bool known);

/// Writes the address into a key file that was made for another one. Trouble is a sentence.
[[nodiscard]] transport::Trouble readdress(const std::filesystem::path& data,
                                           const Address& address, const std::string& name);

} // namespace usher::house
