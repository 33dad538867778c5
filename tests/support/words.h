// The words of one line of a script.
#pragma once

#include "broker/protocol/moment.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace usher::script {

/// A line that cannot be understood: told to the person who wrote it.
struct NotUnderstood : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// "HeadStart" is "head-start".
[[nodiscard]] std::string kebab(std::string_view camel);
[[nodiscard]] std::string camel(std::string_view kebab);

template <class E>
[[nodiscard]] std::string nameOf(E value) {
    return kebab(boost::describe::enum_to_string(value, "?"));
}

template <class E>
[[nodiscard]] E valueOf(std::string_view name) {
    E value{};
    if (!boost::describe::enum_from_string(camel(name).c_str(), value))
        throw NotUnderstood("no such thing: " + std::string{name});
    return value;
}

class Words {
public:
    explicit Words(std::string_view line);

    [[nodiscard]] bool empty() const { return words_.empty(); }
    [[nodiscard]] const std::string& peek() const { return words_.front(); }
    /// The first word, which goes; throws if there is none.
    std::string take();
    /// As take(), but a name.
    template <class Id>
    Id takeId() {
        const std::string word = take();
        const auto id = Id::parse(word);
        if (!id)
            throw NotUnderstood("not a name: " + word);
        return *id;
    }
    /// "5 min", "20 s", "26 hours".
    protocol::Millis takeSpan();
    /// "09:05": minutes from midnight.
    int takeTime();
    std::uint32_t takeCount();
    /// Whether `word` stands anywhere; it goes.
    bool has(std::string_view word);
    /// What follows `word` anywhere; both go.
    std::optional<std::string> after(std::string_view word);
    /// Everything behind `word`, which goes with it.
    std::string rest(std::string_view word);
    [[nodiscard]] std::string joined() const;
    /// Nothing may be left over.
    void done() const;

private:
    std::vector<std::string> words_;
};

} // namespace usher::script
