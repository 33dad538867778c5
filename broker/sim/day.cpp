#include "broker/sim/day.h"

#include "broker/setup/read.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>

namespace usher::sim {

using namespace protocol;
using rehearse::Day;
using rehearse::seconds;
using setup::Problem;

namespace {

std::string clock(seconds time) {
    const auto all = time.count();
    return fmt::format("{:02}:{:02}:{:02}", all / 3600, all / 60 % 60, all % 60);
}

void say(const std::vector<Problem>& problems) {
    for (const Problem& problem : problems)
        std::cerr << setup::toText(problem) << '\n';
}

/// What was read, or nothing once its problems are said.
template <class T>
std::optional<T> unlessProblems(std::variant<T, std::vector<Problem>> reading) {
    if (const auto* problems = std::get_if<std::vector<Problem>>(&reading)) {
        say(*problems);
        return std::nullopt;
    }
    return std::get<T>(std::move(reading));
}

/// What is wrong with the wish itself; says it.
bool possible(const Setup& outlet, const std::vector<rehearse::StaffMember>& staff,
              const WriteDayOptions& options, const DayWish& wish) {
    setup::Problems problems{options.outlet.string()};
    std::vector<std::string> staffed;
    for (const Counter& one : outlet.counters)
        if (!outlet.find(one.zone)->selfService)
            staffed.push_back(one.id.str());
    for (const std::string& one : options.counters)
        if (std::find(staffed.begin(), staffed.end(), one) == staffed.end())
            problems.add({}, "no counter with a teller is called \"" + one + "\"",
                         setup::suggestion(one, staffed));
    const auto tellers = static_cast<std::size_t>(std::count_if(
        staff.begin(), staff.end(), [](const auto& one) { return one.role == "teller"; }));
    const std::size_t needed = wish.counters.empty() ? staffed.size() : wish.counters.size();
    if (problems.empty() && tellers < needed)
        problems.add({},
                     fmt::format("{} counters are open and there are {} tellers", needed, tellers),
                     "open fewer with --counters, or add tellers to staff.csv");
    say(problems.sorted());
    return problems.empty();
}

} // namespace

std::string toText(const Day& day, const std::string& comment) {
    std::string text = fmt::format("# {}\nusher-day,1\nstaff,{}\ncards,{}\n", comment,
                                   day.staff.generic_string(), day.cards.generic_string());
    text += "# teller,staff,counter,signs on,signs off,factor   break,staff,from,to,reason\n";
    for (const rehearse::Teller& one : day.tellers) {
        text += fmt::format("teller,{},{},{},{},{:.3f}\n", one.staff.view(), one.counter.view(),
                            clock(one.on), clock(one.off), one.factor);
        for (const rehearse::Break& pause : one.breaks)
            text += fmt::format("break,{},{},{},{}\n", one.staff.view(), clock(pause.from),
                                clock(pause.to), pause.reason);
    }
    text += "# customer,arrives,service,card,assisted,patience s,service s,no-show\n";
    for (const rehearse::Customer& one : day.customers)
        text +=
            fmt::format("customer,{},{},{},{},{},{},{}\n", clock(one.arrives), one.service.view(),
                        one.card == 0 ? "-" : std::to_string(one.card), one.assisted ? 1 : 0,
                        one.patience.count(), one.serviceTime.count(), one.noShow ? 1 : 0);
    return text;
}

int writeDay(const WriteDayOptions& options) {
    const auto outlet = unlessProblems<Setup>(setup::read(options.outlet));
    for (const char* file : {"staff.csv", "cards.csv"})
        if (!std::filesystem::exists(options.people / file)) {
            std::cerr << (options.people / file).string()
                      << " is not there; name a folder that has staff.csv and cards.csv with "
                         "--people\n";
            return 2;
        }
    const auto staff = unlessProblems(rehearse::readStaff(options.people / "staff.csv"));
    const auto cards = unlessProblems(rehearse::readCards(options.people / "cards.csv"));
    if (!outlet || !staff || !cards)
        return 2;
    DayWish wish{options.seed, options.customers, options.load, {}};
    for (const std::string& one : options.counters)
        wish.counters.push_back(CounterId::parse(one).value_or(CounterId{}));
    if (!possible(*outlet, *staff, options, wish))
        return 2;
    Day day = makeDay(*outlet, *staff, *cards, wish);
    const auto folder = std::filesystem::absolute(options.out).parent_path();
    day.staff = std::filesystem::absolute(options.people / "staff.csv").lexically_relative(folder);
    day.cards = std::filesystem::absolute(options.people / "cards.csv").lexically_relative(folder);
    const std::string comment =
        fmt::format("A day at outlet {}: {} customers, {} tellers; made by usher-sim day, seed {}",
                    outlet->id.view(), day.customers.size(), day.tellers.size(), options.seed);
    if (std::ofstream{options.out} << toText(day, comment) << std::flush) {
        fmt::print("{}: {} customers, {} tellers\n", options.out.string(), day.customers.size(),
                   day.tellers.size());
        return 0;
    }
    std::cerr << options.out.string()
              << ": cannot be written; name a file in a folder that is there\n";
    return 1;
}

} // namespace usher::sim
