#include "lobby-console/notices.h"

#include <algorithm>

namespace usher::lobby {

using namespace protocol;

namespace {

constexpr std::chrono::minutes arrivalShown{3};

} // namespace

void Notices::arrived(const Recognition& recognition) {
    const auto same = [&](const Arrival& one) { return one.token == recognition.token; };
    const bool known = std::any_of(arrivals_.begin(), arrivals_.end(), same) ||
                       std::count(dismissed_.begin(), dismissed_.end(), recognition.token) > 0;
    if (!recognition.clientManager.empty() && !known)
        arrivals_.push_back({recognition.token, recognition.clientManager, {}, recognition.at});
}

void Notices::start(const outlet::Outlet& outlet) {
    for (const Recognition& one : outlet.recognitions())
        arrived(one);
}

void Notices::hear(const Record& record) {
    if (const auto* recognised = std::get_if<CustomerRecognised>(&record.event))
        arrived(recognised->recognition);
    if (const auto* taken = std::get_if<TicketTaken>(&record.event))
        for (Arrival& one : arrivals_)
            if (one.token == taken->recognition)
                one.number = taken->ticket.number;
    if (const auto* help = std::get_if<HelpAsked>(&record.event))
        if (std::none_of(helps_.begin(), helps_.end(),
                         [&](const Help& one) { return one.device == help->device; }))
            helps_.push_back({help->device, record.at});
}

void Notices::expire(Moment now) {
    std::erase_if(arrivals_, [&](const Arrival& one) {
        const bool old = now - one.at > arrivalShown;
        if (old)
            dismissed_.push_back(one.token);
        return old;
    });
    constexpr std::size_t dismissedMax = 1000;
    if (dismissed_.size() > dismissedMax)
        dismissed_.erase(dismissed_.begin(), dismissed_.end() - dismissedMax / 2);
}

void Notices::dismiss(std::string_view name) {
    std::erase_if(arrivals_, [&](const Arrival& one) { return one.token == name; });
    std::erase_if(helps_, [&](const Help& one) { return one.device.view() == name; });
    dismissed_.emplace_back(name);
}

} // namespace usher::lobby
