#include "broker/wire/ping.h"

#include "broker/protocol/limits.h"

#include <boost/json.hpp>

namespace usher::wire {

namespace json = boost::json;

namespace {

constexpr std::size_t sizeMax = 64;

std::string encode(std::string_view kind, std::uint64_t number) {
    return R"({"v":)" + std::to_string(protocol::protocolVersion) + R"(,")" + std::string{kind} +
           R"(":)" + std::to_string(number) + "}";
}

std::optional<std::uint64_t> decode(std::string_view kind, std::string_view bytes) {
    if (bytes.size() > sizeMax || bytes.find(kind) == std::string_view::npos)
        return std::nullopt;
    json::error_code error;
    const json::value value = json::parse({bytes.data(), bytes.size()}, error);
    const json::object* object = error ? nullptr : value.if_object();
    if (!object || object->size() != 2)
        return std::nullopt;
    const json::value* version = object->if_contains("v");
    const json::value* number = object->if_contains(kind);
    if (!version || !number || *version != protocol::protocolVersion)
        return std::nullopt;
    const auto whole = number->to_number<std::uint64_t>(error);
    return error ? std::nullopt : std::optional{whole};
}

} // namespace

std::string encodePing(std::uint64_t number) {
    return encode("ping", number);
}
std::string encodePong(std::uint64_t number) {
    return encode("pong", number);
}
std::optional<std::uint64_t> decodePing(std::string_view bytes) {
    return decode("ping", bytes);
}
std::optional<std::uint64_t> decodePong(std::string_view bytes) {
    return decode("pong", bytes);
}

} // namespace usher::wire
