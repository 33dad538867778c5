// The described structs of protocol, to JSON and back.
//
// Boost's own conversion refuses a struct for one absent optional and writes a variant without
// saying which alternative it is; this one names the type of a variant, keeps track of the path for
// its errors, and can be lenient about members a client need not send.
#pragma once

#include "broker/protocol/ids.h"
#include "broker/protocol/moment.h"
#include "broker/protocol/secret.h"

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>

#include <array>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace usher::wire {

namespace json = boost::json;

/// The bare name of a type, without namespaces: "TicketTaken".
template <class T>
constexpr std::string_view typeName() {
    std::string_view name = __PRETTY_FUNCTION__;
    name.remove_prefix(name.find("T = ") + 4);
    name = name.substr(0, name.find_first_of(";]"));
    return name.substr(name.rfind(':') + 1);
}

template <class T>
concept Described = boost::describe::has_describe_members<T>::value;
template <class T>
concept DescribedEnum = boost::describe::has_describe_enumerators<T>::value;

// --- out -----------------------------------------------------------------------------------------

template <class T>
json::value spell(const T& value, json::storage_ptr memory);

template <Described T>
json::object spellMembers(const T& value, const json::storage_ptr& memory) {
    json::object object(memory);
    using Members = boost::describe::describe_members<T, boost::describe::mod_public>;
    object.reserve(boost::mp11::mp_size<Members>::value + 1);
    boost::mp11::mp_for_each<Members>(
        [&](auto member) { object.emplace(member.name, spell(value.*member.pointer, memory)); });
    return object;
}

template <class T>
struct Spelling {
    static json::value out(const T& value, const json::storage_ptr& memory) {
        if constexpr (Described<T>) {
            return spellMembers(value, memory);
        } else if constexpr (DescribedEnum<T>) {
            return json::string(boost::describe::enum_to_string(value, "?"), memory);
        } else {
            return json::value(value, memory);
        }
    }
};
template <>
struct Spelling<std::string> {
    static json::value out(const std::string& value, const json::storage_ptr& memory) {
        return json::string(value, memory);
    }
};
template <class Tag>
struct Spelling<protocol::Name<Tag>> {
    static json::value out(const protocol::Name<Tag>& value, const json::storage_ptr& memory) {
        return json::string(value.view(), memory);
    }
};
template <class Tag>
struct Spelling<protocol::Id<Tag>> {
    static json::value out(protocol::Id<Tag> value, const json::storage_ptr& memory) {
        return json::value(value.value, memory);
    }
};
template <>
struct Spelling<protocol::Moment> {
    static json::value out(protocol::Moment value, const json::storage_ptr& memory) {
        return json::value(value.ms, memory);
    }
};
template <>
struct Spelling<protocol::Millis> {
    static json::value out(protocol::Millis value, const json::storage_ptr& memory) {
        return json::value(std::int64_t{value.count()}, memory);
    }
};
template <>
struct Spelling<protocol::Date> {
    static json::value out(protocol::Date value, const json::storage_ptr& memory) {
        return json::string(protocol::toText(value), memory);
    }
};
template <>
struct Spelling<protocol::CommandId> {
    static json::value out(const protocol::CommandId& value, const json::storage_ptr& memory) {
        return json::string(protocol::toHex(value), memory);
    }
};
template <>
struct Spelling<protocol::Secret> {
    static json::value out(const protocol::Secret& value, const json::storage_ptr& memory) {
        return json::string(value.reveal(), memory);
    }
};
template <class T>
struct Spelling<std::optional<T>> {
    static json::value out(const std::optional<T>& value, const json::storage_ptr& memory) {
        return value ? spell(*value, memory) : json::value(nullptr, memory);
    }
};
template <class List>
json::value spellList(const List& list, const json::storage_ptr& memory) {
    json::array array(memory);
    array.reserve(list.size());
    for (const auto& one : list)
        array.push_back(spell(one, memory));
    return array;
}
template <class T>
struct Spelling<std::vector<T>> {
    static json::value out(const std::vector<T>& value, const json::storage_ptr& memory) {
        return spellList(value, memory);
    }
};
template <class T, std::size_t N>
struct Spelling<std::array<T, N>> {
    static json::value out(const std::array<T, N>& value, const json::storage_ptr& memory) {
        return spellList(value, memory);
    }
};
/// An object whose member "type" names the alternative.
template <class... T>
struct Spelling<std::variant<T...>> {
    static json::value out(const std::variant<T...>& value, const json::storage_ptr& memory) {
        return std::visit(
            [&]<class One>(const One& one) -> json::value {
                json::object object(memory);
                if constexpr (Described<One>)
                    object = spellMembers(one, memory);
                object.emplace("type", json::string(typeName<One>(), memory));
                return object;
            },
            value);
    }
};

template <class T>
json::value spell(const T& value, json::storage_ptr memory) {
    return Spelling<T>::out(value, memory);
}

} // namespace usher::wire
