// JSON to the described structs of protocol, with the path of whatever was wrong.
//
// A Reader stops at its first complaint. Unknown members are refused; how many may be absent, and
// then stay at their defaults, is for its owner to say.
#pragma once

#include "broker/wire/json.h"

#include <type_traits>

namespace usher::wire {

/// Which members may be left out, besides those that may be null.
enum class Gaps {
    None,
    Usual, ///< texts, truths, numbers and lists: what a client need not send
    Any,   ///< what nobody had thought of yet when it was written
};

class Reader {
public:
    explicit Reader(Gaps gaps) : gaps_{gaps} {}

    [[nodiscard]] bool good() const { return what_.empty(); }
    [[nodiscard]] const std::string& where() const { return where_; }
    [[nodiscard]] const std::string& what() const { return what_; }

    template <class T>
    void read(const json::value& value, T& into);
    /// Reads the member `name` of `object`, complaining if it is absent and must not be. Whether it
    /// was there.
    template <class T>
    bool member(const json::object& object, std::string_view name, T& into);
    /// Complains of any member of `object` that is not among `names`.
    void onlyMembers(const json::object& object, std::initializer_list<std::string_view> names);
    void complain(std::string what);

private:
    /// Adds a step to the path while it lives.
    struct Step {
        Step(Reader& reader, std::string_view name) : reader_{reader}, size_{reader.path_.size()} {
            if (!reader.path_.empty())
                reader.path_ += '.';
            reader.path_ += name;
        }
        ~Step() { reader_.path_.resize(size_); }
        Step(const Step&) = delete;
        Step& operator=(const Step&) = delete;

    private:
        Reader& reader_;
        std::size_t size_;
    };

    template <Described T>
    void readMembers(const json::object& object, T& into, bool typed);
    template <class T>
    void readNumber(const json::value& value, T& into);
    template <class T>
    void readEnum(const json::value& value, T& into);
    template <class List>
    void readList(const json::value& value, List& into);
    template <class... T>
    void readVariant(const json::value& value, std::variant<T...>& into);
    template <class T>
    void readText(const json::value& value, T& into, auto parse, const char* expected);

    Gaps gaps_;
    std::string path_;
    std::string where_;
    std::string what_;
};

template <class T>
inline constexpr bool mayBeAbsent = std::is_arithmetic_v<T> || std::is_same_v<T, std::string>;
template <>
inline constexpr bool mayBeAbsent<protocol::Millis> = true;
template <class T>
inline constexpr bool mayBeAbsent<std::vector<T>> = true;
/// Whose default nobody could ever have written.
template <class T>
inline constexpr bool mustBeThere = std::is_same_v<T, protocol::Date>;
template <class T>
inline constexpr bool isOptional = false;
template <class T>
inline constexpr bool isOptional<std::optional<T>> = true;
template <class T>
inline constexpr bool isList = false;
template <class T>
inline constexpr bool isList<std::vector<T>> = true;
template <class T, std::size_t N>
inline constexpr bool isList<std::array<T, N>> = true;
template <class T>
inline constexpr bool isVariant = false;
template <class... T>
inline constexpr bool isVariant<std::variant<T...>> = true;
template <class T>
inline constexpr bool isName = false;
template <class Tag>
inline constexpr bool isName<protocol::Name<Tag>> = true;
template <class T>
inline constexpr bool isId = false;
template <class Tag>
inline constexpr bool isId<protocol::Id<Tag>> = true;

template <class T>
void Reader::readNumber(const json::value& value, T& into) {
    if constexpr (std::is_floating_point_v<T>) {
        if (!value.is_number())
            return complain("expected a number");
        into = value.to_number<T>();
    } else {
        if (value.is_int64() && std::in_range<T>(value.get_int64()))
            into = static_cast<T>(value.get_int64());
        else if (value.is_uint64() && std::in_range<T>(value.get_uint64()))
            into = static_cast<T>(value.get_uint64());
        else
            complain("expected a whole number in range");
    }
}

template <class T>
void Reader::readEnum(const json::value& value, T& into) {
    if (!value.is_string())
        return complain("expected a name");
    const std::string name{value.get_string()};
    if (!boost::describe::enum_from_string(name.c_str(), into))
        complain("unknown name");
}

template <class T>
void Reader::readText(const json::value& value, T& into, auto parse, const char* expected) {
    if (value.is_string())
        if (const auto parsed = parse(std::string_view{value.get_string()})) {
            into = *parsed;
            return;
        }
    complain(expected);
}

template <class List>
void Reader::readList(const json::value& value, List& into) {
    if (!value.is_array())
        return complain("expected a list");
    const json::array& array = value.get_array();
    if constexpr (requires { into.resize(std::size_t{}); })
        into.resize(array.size());
    else if (array.size() != into.size())
        return complain("expected " + std::to_string(into.size()) + " entries");
    for (std::size_t i = 0; i < array.size() && good(); ++i) {
        const Step step{*this, std::to_string(i)};
        read(array[i], into[i]);
    }
}

template <class T>
bool Reader::member(const json::object& object, std::string_view name, T& into) {
    if (!good())
        return false;
    const Step step{*this, name};
    const json::value* value = object.if_contains(name);
    if (value)
        read(*value, into);
    else if (mustBeThere<T> ||
             (!isOptional<T> && gaps_ != Gaps::Any && !(gaps_ == Gaps::Usual && mayBeAbsent<T>)))
        complain("is missing");
    return value != nullptr;
}

template <Described T>
void Reader::readMembers(const json::object& object, T& into, bool typed) {
    using Members = boost::describe::describe_members<T, boost::describe::mod_public>;
    std::size_t there = typed ? 1 : 0;
    boost::mp11::mp_for_each<Members>([&](auto one) {
        if (member(object, one.name, into.*one.pointer))
            ++there;
    });
    if (there == object.size())
        return;
    for (const auto& entry : object) {
        const std::string_view key = entry.key();
        bool known = typed && key == "type";
        boost::mp11::mp_for_each<Members>([&](auto one) { known = known || key == one.name; });
        if (!known && good()) {
            const Step step{*this, key.substr(0, 40)};
            complain("is not known");
        }
    }
}

template <class... T>
void Reader::readVariant(const json::value& value, std::variant<T...>& into) {
    const json::object* object = value.if_object();
    const json::value* type = object ? object->if_contains("type") : nullptr;
    if (!type || !type->is_string())
        return complain("expected an object with a type");
    const std::string_view name = type->get_string();
    bool found = false;
    boost::mp11::mp_for_each<boost::mp11::mp_list<boost::mp11::mp_identity<T>...>>([&](auto one) {
        using One = typename decltype(one)::type;
        if constexpr (Described<One>) {
            constexpr std::string_view own = typeName<One>();
            if (!found && name == own) {
                found = true;
                readMembers(*object, into.template emplace<One>(), true);
            }
        }
    });
    if (!found)
        complain("has an unknown type");
}

template <class T>
void Reader::read(const json::value& value, T& into) {
    if (!good())
        return;
    if constexpr (isOptional<T>) {
        if (value.is_null())
            into.reset();
        else
            read(value, into.emplace());
    } else if constexpr (isVariant<T>) {
        readVariant(value, into);
    } else if constexpr (isList<T>) {
        readList(value, into);
    } else if constexpr (std::is_same_v<T, bool>) {
        value.is_bool() ? void(into = value.get_bool()) : complain("expected true or false");
    } else if constexpr (std::is_arithmetic_v<T>) {
        readNumber(value, into);
    } else if constexpr (DescribedEnum<T>) {
        readEnum(value, into);
    } else if constexpr (std::is_same_v<T, std::string>) {
        value.is_string() ? void(into = value.get_string()) : complain("expected a text");
    } else if constexpr (isName<T>) {
        if (value.is_string() && value.get_string().empty())
            into = T{}; // "none"
        else
            readText(value, into, T::parse, "expected 1 to 31 of a-z A-Z 0-9 . _ -");
    } else if constexpr (isId<T>) {
        readNumber(value, into.value);
    } else if constexpr (std::is_same_v<T, protocol::Moment>) {
        readNumber(value, into.ms);
    } else if constexpr (std::is_same_v<T, protocol::Millis>) {
        std::int64_t ms{};
        readNumber(value, ms);
        into = protocol::Millis{ms};
    } else if constexpr (std::is_same_v<T, protocol::Date>) {
        readText(value, into, protocol::dateFromText, "expected a date as 2026-11-23");
    } else if constexpr (std::is_same_v<T, protocol::CommandId>) {
        readText(value, into, protocol::commandIdFromHex, "expected 32 hexadecimal digits");
    } else if constexpr (std::is_same_v<T, protocol::Secret>) {
        if (!value.is_string() || value.get_string().size() > protocol::Secret::lengthMax)
            complain("expected a short text");
        else
            into = protocol::Secret{value.get_string()};
    } else {
        const json::object* object = value.if_object();
        object ? readMembers(*object, into, false) : complain("expected an object");
    }
}

inline void Reader::onlyMembers(const json::object& object,
                                std::initializer_list<std::string_view> names) {
    for (const auto& [key, value] : object)
        if (good() && std::find(names.begin(), names.end(), std::string_view{key}) == names.end()) {
            const Step step{*this, key.substr(0, 40)};
            complain("is not known");
        }
}

inline void Reader::complain(std::string what) {
    if (!good())
        return;
    where_ = path_;
    what_ = std::move(what);
}

} // namespace usher::wire
