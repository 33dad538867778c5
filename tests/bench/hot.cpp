#include "tests/bench/hot.h"

#include "tests/bench/full_hall.h"
#include "tests/bench/works.h"

#include "broker/forecast/foresee.h"
#include "broker/rules/dispatch.h"
#include "broker/wire/codec.h"

#include <fmt/format.h>

#include <stdexcept>

namespace usher::bench {

using namespace protocol;

namespace {

void command(std::size_t times) {
    NoJournal journal;
    Day day{outletSetup(), 16, journal};
    while (times-- > 0)
        day.step();
}

void ask(std::size_t times) {
    const std::string bytes = wire::encode(wire::Ask{
        {7, 7}, TakeTicket{outletSetup().services.front().id, {}, false, Paper::Pending}});
    while (times-- > 0)
        if (!std::holds_alternative<wire::Ask>(wire::decodeAsk(bytes)))
            throw std::runtime_error{"our own words are not understood"};
}

void news(std::size_t times) {
    NoJournal journal;
    Day day{outletSetup(), 16, journal};
    day.keepRecords();
    for (int i = 0; i < 100; ++i)
        day.step();
    const auto batches = day.records();
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < times; ++i)
        bytes += wire::encodeNews(Works::epoch, batches[i % batches.size()]).size();
    if (bytes == 0 && times != 0)
        throw std::runtime_error{"nothing was spelt"};
}

void call(std::size_t times) {
    const outlet::Outlet hall = crowded(peopleWaiting);
    while (times-- > 0)
        if (!rules::next(hall, 0, hall.at()))
            throw std::runtime_error{"nobody waits"};
}

void future(std::size_t times) {
    const outlet::Outlet hall = fullHall();
    const forecast::Model model{hall.setup()};
    const auto start = forecast::startOf(hall, hall.at());
    if (forecast::foresee(start, model, {.futures = times}).waiting.empty())
        throw std::runtime_error{"the hall was not forecast"};
}

struct Path {
    std::string_view name;
    std::size_t times;
    const char* what;
    void (*run)(std::size_t times);
};
constexpr Path paths[] = {
    {"command", 500, "a command of a busy day: decided, taken in, followed and told", command},
    {"ask", 2000, "a request's bytes read and checked", ask},
    {"news", 2000, "what one command came to, spelt for the feed", news},
    {"call", 2000, "who is next, of a hundred in every service and tier", call},
    {"future", 20, "one future of that hall, until everybody in it is called", future}};

} // namespace

std::string hotPaths() {
    std::string all;
    for (const Path& path : paths)
        all += fmt::format("{}\t{}\t{}\n", path.name, path.times, path.what);
    return all;
}

bool runHot(std::string_view name, std::size_t times) {
    for (const Path& path : paths)
        if (path.name == name) {
            path.run(times);
            return true;
        }
    return false;
}

} // namespace usher::bench
