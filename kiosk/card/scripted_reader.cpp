#include "kiosk/card/scripted_reader.h"

#include "kiosk/card/number.h"

#include <array>
#include <cassert>
#include <utility>

namespace usher::card {

namespace {

constexpr std::array<std::pair<std::string_view, CardFailure>, 5> reasons{{
    {"Unreadable", CardFailure::Unreadable},
    {"NotABankCard", CardFailure::NotABankCard},
    {"RemovedTooSoon", CardFailure::RemovedTooSoon},
    {"TooSlow", CardFailure::TooSlow},
    {"Hostile", CardFailure::Hostile},
}};

} // namespace

void ScriptedReader::start(CardSink sink) {
    assert(!sink_);
    sink_ = std::move(sink);
    if (plugged_)
        tell(ReaderBack{});
    else
        tell(ReaderLost{});
}

void ScriptedReader::stop() {
    sink_ = nullptr;
    inside_ = false;
}

void ScriptedReader::tell(CardEvent event) {
    if (sink_)
        sink_(std::move(event));
}

void ScriptedReader::arrive() {
    pull();
    inside_ = true;
    tell(CardArrived{});
}

void ScriptedReader::tellNumber(std::string_view digits) {
    if (isCardNumber(digits))
        tell(CardRead{protocol::Secret{digits}});
    else
        tell(CardFailed{CardFailure::NotABankCard});
}

void ScriptedReader::insert(std::string_view digits) {
    if (!plugged_)
        return;
    arrive();
    tellNumber(digits);
}

void ScriptedReader::insertBad(CardFailure reason) {
    if (!plugged_)
        return;
    arrive();
    tell(CardFailed{reason});
    if (reason == CardFailure::RemovedTooSoon)
        pull();
}

void ScriptedReader::swipe(std::string_view digits) {
    if (plugged_)
        tellNumber(digits);
}

void ScriptedReader::pull() {
    if (std::exchange(inside_, false))
        tell(CardRemoved{});
}

void ScriptedReader::unplug() {
    pull();
    if (std::exchange(plugged_, false))
        tell(ReaderLost{});
}

void ScriptedReader::plug() {
    if (!std::exchange(plugged_, true))
        tell(ReaderBack{});
}

bool ScriptedReader::play(std::string_view line) {
    const auto space = line.find(' ');
    const std::string_view verb = line.substr(0, space);
    const std::string_view object =
        space == std::string_view::npos ? std::string_view{} : line.substr(space + 1);
    if (verb == "bad") {
        for (const auto& [name, reason] : reasons)
            if (name == object) {
                insertBad(reason);
                return true;
            }
        return false;
    }
    if (object.empty() == (verb == "insert" || verb == "swipe"))
        return false;
    if (verb == "insert")
        insert(object);
    else if (verb == "swipe")
        swipe(object);
    else if (verb == "pull")
        pull();
    else if (verb == "unplug")
        unplug();
    else if (verb == "plug")
        plug();
    else
        return false;
    return true;
}

} // namespace usher::card
