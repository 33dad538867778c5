// Values of protocol, to JSON text.
//
// Straight to text, without a tree in between: every command is spelt three times, to whoever
// asked, into the journal and on the feed.
#pragma once

#include "broker/wire/json.h"

#include <charconv>

namespace usher::wire {

/// Appends `value` to `out`.
template <class T>
void spell(const T& value, std::string& out);

/// In quotes, escaped as RFC 8259 wants it and no further.
void spellText(std::string_view text, std::string& out);
void spellNumber(double value, std::string& out);

template <class Integer>
void spellInteger(Integer value, std::string& out) {
    char digits[24];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

/// `"name":value,` for every member, a comma after each.
template <Described T>
void spellMembers(const T& value, std::string& out) {
    using Members = boost::describe::describe_members<T, boost::describe::mod_public>;
    boost::mp11::mp_for_each<Members>([&](auto member) {
        out += '"';
        out += member.name;
        out += "\":";
        spell(value.*member.pointer, out);
        out += ',';
    });
}

/// Turns the comma after the last one into the end.
inline void closeWith(char end, std::string& out) {
    if (out.back() == ',')
        out.back() = end;
    else
        out += end;
}

template <class T>
struct Spelling {
    static void out(const T& value, std::string& out) {
        if constexpr (Described<T>) {
            out += '{';
            spellMembers(value, out);
            closeWith('}', out);
        } else if constexpr (DescribedEnum<T>) {
            spellText(boost::describe::enum_to_string(value, "?"), out);
        } else if constexpr (std::is_same_v<T, bool>) {
            out += value ? "true" : "false";
        } else if constexpr (std::is_floating_point_v<T>) {
            spellNumber(value, out);
        } else {
            spellInteger(value, out);
        }
    }
};
template <>
struct Spelling<std::string> {
    static void out(const std::string& value, std::string& out) { spellText(value, out); }
};
template <class Tag>
struct Spelling<protocol::Name<Tag>> {
    static void out(const protocol::Name<Tag>& value, std::string& out) {
        spellText(value.view(), out);
    }
};
template <class Tag>
struct Spelling<protocol::Id<Tag>> {
    static void out(protocol::Id<Tag> value, std::string& out) { spellInteger(value.value, out); }
};
template <>
struct Spelling<protocol::Moment> {
    static void out(protocol::Moment value, std::string& out) { spellInteger(value.ms, out); }
};
template <>
struct Spelling<protocol::Millis> {
    static void out(protocol::Millis value, std::string& out) { spellInteger(value.count(), out); }
};
template <>
struct Spelling<protocol::Date> {
    static void out(protocol::Date value, std::string& out) {
        spellText(protocol::toText(value), out);
    }
};
template <>
struct Spelling<protocol::CommandId> {
    static void out(const protocol::CommandId& value, std::string& out) {
        spellText(protocol::toHex(value), out);
    }
};
template <>
struct Spelling<protocol::Secret> {
    static void out(const protocol::Secret& value, std::string& out) {
        spellText(value.reveal(), out);
    }
};
template <class T>
struct Spelling<std::optional<T>> {
    static void out(const std::optional<T>& value, std::string& out) {
        if (value)
            spell(*value, out);
        else
            out += "null";
    }
};
template <class List>
void spellList(const List& list, std::string& out) {
    out += '[';
    for (const auto& one : list) {
        spell(one, out);
        out += ',';
    }
    closeWith(']', out);
}
template <class T>
struct Spelling<std::vector<T>> {
    static void out(const std::vector<T>& value, std::string& out) { spellList(value, out); }
};
template <class T, std::size_t N>
struct Spelling<std::array<T, N>> {
    static void out(const std::array<T, N>& value, std::string& out) { spellList(value, out); }
};
/// An object whose member "type" names the alternative.
template <class... T>
struct Spelling<std::variant<T...>> {
    static void out(const std::variant<T...>& value, std::string& out) {
        std::visit(
            [&]<class One>(const One& one) {
                out += '{';
                if constexpr (Described<One>)
                    spellMembers(one, out);
                out += "\"type\":";
                constexpr std::string_view own = typeName<One>();
                spellText(own, out);
                out += '}';
            },
            value);
    }
};

template <class T>
void spell(const T& value, std::string& out) {
    Spelling<T>::out(value, out);
}

} // namespace usher::wire
