#include "broker/journal/chain.h"

#include <sodium.h>

#include <algorithm>
#include <cassert>

namespace usher::journal {

namespace {

/// Numbers as eight bytes, most significant first; text and bytes with their length before them.
class Mill {
public:
    Mill() {
        const bool ready = sodium_init() >= 0;
        assert(ready);
        crypto_generichash_init(&state_, nullptr, 0, std::tuple_size_v<Hash>);
    }
    void take(Bytes bytes) { crypto_generichash_update(&state_, bytes.data(), bytes.size()); }
    void take(std::uint64_t number) {
        std::array<unsigned char, 8> bytes{};
        for (std::size_t i = 0; i < bytes.size(); ++i)
            bytes[i] = static_cast<unsigned char>(number >> (56U - 8U * i));
        take(Bytes{bytes});
    }
    void takeSized(Bytes bytes) {
        take(std::uint64_t{bytes.size()});
        take(bytes);
    }
    void takeSized(std::string_view text) {
        takeSized(Bytes{reinterpret_cast<const unsigned char*>(text.data()), text.size()});
    }
    Hash end() {
        Hash hash{};
        crypto_generichash_final(&state_, hash.data(), hash.size());
        return hash;
    }

private:
    crypto_generichash_state state_{};
};

std::uint64_t numberFrom(Bytes bytes) {
    std::uint64_t number{};
    for (const auto byte : bytes)
        number = number << 8U | byte;
    return number;
}

} // namespace

Hash chained(const Hash& before, const Row& row) {
    Mill mill;
    mill.take(Bytes{before});
    mill.take(row.sequence);
    mill.take(static_cast<std::uint64_t>(row.at));
    mill.takeSized(row.by);
    mill.take(std::uint64_t{row.staff ? 1U : 0U});
    mill.takeSized(row.staff.value_or(std::string_view{}));
    mill.takeSized(row.cause);
    mill.takeSized(row.what);
    mill.takeSized(row.body);
    return mill.end();
}

Hash sealOf(std::uint64_t sequence, std::string_view body) {
    Mill mill;
    mill.take(sequence);
    mill.takeSized(body);
    return mill.end();
}

std::optional<Hash> hashFrom(Bytes bytes) {
    Hash hash{};
    if (bytes.size() != hash.size())
        return std::nullopt;
    std::copy(bytes.begin(), bytes.end(), hash.begin());
    return hash;
}

IdBytes toBytes(const protocol::CommandId& id) {
    IdBytes bytes{};
    for (std::size_t i = 0; i < 8; ++i) {
        bytes[i] = static_cast<unsigned char>(id.high >> (56U - 8U * i));
        bytes[8 + i] = static_cast<unsigned char>(id.low >> (56U - 8U * i));
    }
    return bytes;
}

std::optional<protocol::CommandId> commandIdFrom(Bytes bytes) {
    if (bytes.size() != std::tuple_size_v<IdBytes>)
        return std::nullopt;
    return protocol::CommandId{numberFrom(bytes.first(8)), numberFrom(bytes.last(8))};
}

} // namespace usher::journal
