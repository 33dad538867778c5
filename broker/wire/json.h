// The described structs of protocol, as JSON knows them: what both ways share.
//
// Boost's own conversion refuses a struct for one absent optional and writes a variant without
// saying which alternative it is; ours (spell.h out, reader.h in) names the type of a variant,
// keeps track of the path for its errors, and can be lenient about members a client need not send.
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

} // namespace usher::wire
