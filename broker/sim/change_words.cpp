#include "broker/sim/change_words.h"

#include "broker/protocol/limits.h"
#include "broker/setup/problem.h"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace usher::sim {

using namespace protocol;

namespace {

using Words = std::vector<std::string>;

constexpr const char* forms =
    "say \"counter N serves A,B\", \"counter N opens\", \"counter N closes\", "
    "\"counter N helps after MINUTES\", \"tier T head start MINUTES\" or "
    "\"arrivals [of T] P%\"";

Words split(std::string_view text, char by) {
    Words words;
    std::istringstream stream{std::string{text}};
    for (std::string word; std::getline(stream, word, by);)
        if (!word.empty())
            words.push_back(word);
    return words;
}

template <class T>
Words idsOf(const std::vector<T>& all) {
    Words ids;
    for (const T& one : all)
        ids.push_back(one.id.str());
    return ids;
}

template <class T>
auto named(const std::vector<T>& all, const std::string& id) {
    return std::find_if(all.begin(), all.end(), [&](const T& one) { return one.id.str() == id; });
}

std::optional<double> numberOf(const std::string& text) {
    std::size_t read = 0;
    try {
        const double number = std::stod(text, &read);
        if (read == text.size() && std::isfinite(number) && number >= 0)
            return number;
    } catch (const std::exception&) {
        return std::nullopt;
    }
    return std::nullopt;
}

/// What cannot be made sense of, thrown inside this file only.
struct NotUnderstood {
    std::string what;
};

Millis minutesOf(const std::string& text) {
    const auto minutes = numberOf(text);
    if (!minutes || *minutes * 60'000 > static_cast<double>(headStartMax.count()))
        throw NotUnderstood{"\"" + text + "\" is no number of minutes from 0 to 1440"};
    return Millis{std::llround(*minutes * 60'000)};
}

CounterId counterOf(const Setup& setup, const std::string& word) {
    std::string there;
    for (const Counter& counter : setup.counters) {
        if (setup.find(counter.zone)->selfService)
            continue;
        if (std::to_string(counter.number) == word || counter.id.str() == word)
            return counter.id;
        there += (there.empty() ? "" : ", ") + std::to_string(counter.number);
    }
    throw NotUnderstood{"there is no counter \"" + word + "\"; there are " + there};
}

TierId tierOf(const Setup& setup, const std::string& word) {
    const auto tier = named(setup.tiers, word);
    if (tier == setup.tiers.end())
        throw NotUnderstood{"no tier is called \"" + word + "\"; " +
                            setup::suggestion(word, idsOf(setup.tiers))};
    return tier->id;
}

Takes takesOf(const Setup& setup, const std::string& list) {
    Takes takes;
    for (const std::string& word : split(list, ',')) {
        if (const auto service = named(setup.services, word); service != setup.services.end()) {
            takes.services.push_back(service->id);
        } else if (const auto tier = named(setup.tiers, word); tier != setup.tiers.end()) {
            takes.tiers.push_back(tier->id);
        } else {
            Words known = idsOf(setup.services);
            const Words tiers = idsOf(setup.tiers);
            known.insert(known.end(), tiers.begin(), tiers.end());
            throw NotUnderstood{"no service or tier is called \"" + word + "\"; " +
                                setup::suggestion(word, known)};
        }
    }
    return takes;
}

Change ofCounter(const Setup& setup, const Words& words) {
    Change change;
    change.counter = counterOf(setup, words[1]);
    if (words.size() == 3 && (words[2] == "opens" || words[2] == "closes"))
        change.open = words[2] == "opens";
    else if (words.size() == 4 && words[2] == "serves")
        change.takes = {takesOf(setup, words[3])};
    else if (words.size() == 5 && words[2] == "helps" && words[3] == "after")
        change.helpAfter = minutesOf(words[4]);
    else
        throw NotUnderstood{forms};
    return change;
}

Change ofArrivals(const Setup& setup, const Words& words) {
    Change change;
    if (words.size() == 4 && words[1] == "of")
        change.tier = tierOf(setup, words[2]);
    else if (words.size() != 2)
        throw NotUnderstood{forms};
    std::string share = words.back();
    if (!share.empty() && share.back() == '%')
        share.pop_back();
    const auto number = numberOf(share);
    if (!number || *number > arrivalsPercentMax)
        throw NotUnderstood{"\"" + words.back() + "\" is no percentage from 0 to 1000"};
    change.arrivals = static_cast<std::uint32_t>(std::lround(*number));
    return change;
}

Change understood(const Setup& setup, const Words& words) {
    if (words.size() >= 3 && words[0] == "counter")
        return ofCounter(setup, words);
    if (words.size() == 5 && words[0] == "tier" && words[2] == "head" && words[3] == "start") {
        Change change;
        change.tier = tierOf(setup, words[1]);
        change.headStart = minutesOf(words[4]);
        return change;
    }
    if (words.size() >= 2 && words[0] == "arrivals")
        return ofArrivals(setup, words);
    throw NotUnderstood{forms};
}

} // namespace

std::variant<Change, std::string> changeFromWords(const Setup& setup, std::string_view words) {
    try {
        return understood(setup, split(words, ' '));
    } catch (const NotUnderstood& trouble) {
        return trouble.what;
    }
}

} // namespace usher::sim
