// Who is next among a hundred thousand, and coming and going in such a line, beside the standard
// library's containers of the same size.
#include "tests/bench/figures.h"
#include "tests/bench/full_hall.h"
#include "tests/bench/works.h"

#include "broker/rules/dispatch.h"

#include <queue>
#include <set>

namespace usher::bench {

using namespace protocol;
using outlet::Kind;
using outlet::Line;
using outlet::Outlet;
using outlet::Standing;

namespace {

constexpr std::size_t callsATurn = 1'000;
constexpr std::size_t comingsATurn = 20'000;
constexpr Millis between = betweenCrowded;

struct Person {
    Kind kind;
    Standing standing;
    friend bool operator<(const Person& a, const Person& b) { return a.standing < b.standing; }
    friend bool operator>(const Person& a, const Person& b) { return b < a; }
};

std::vector<Person> everybody(const Outlet& outlet) {
    std::vector<Person> all;
    for (const auto& [id, ticket] : outlet.tickets())
        all.push_back({outlet.kind(ticket), outlet.standing(ticket)});
    return all;
}

double nanosecondsEach(Clock::time_point begun, std::size_t times) {
    return 1e9 * seconds(Clock::now() - begun) / static_cast<double>(times);
}

double callNext(const Outlet& outlet) {
    std::vector<outlet::Index> counters;
    for (outlet::Index i = 0; i < outlet.floor().counters(); ++i)
        if (!outlet.floor().isMachine(i))
            counters.push_back(i);
    const auto begun = Clock::now();
    for (std::size_t i = 0; i < callsATurn; ++i)
        if (!rules::next(outlet, counters[i % counters.size()], outlet.at()))
            throw std::runtime_error{"nobody is next"};
    return nanosecondsEach(begun, callsATurn);
}

double popAndPush(std::priority_queue<Person, std::vector<Person>, std::greater<>>& queue) {
    const auto begun = Clock::now();
    for (std::size_t i = 0; i < comingsATurn; ++i) {
        Person first = queue.top();
        queue.pop();
        first.standing.key = first.standing.key + std::chrono::hours{9};
        queue.push(first);
    }
    return nanosecondsEach(begun, comingsATurn);
}

/// Who comes and who goes: nine times in ten the first of a kind, else anybody.
struct Turn {
    Person comes;
    Person goes;
};

std::vector<Turn> turns(std::vector<Person> there, std::size_t count) {
    std::mt19937_64 random{2};
    std::map<Kind, std::set<Person>> rows;
    for (const Person& one : there)
        rows[one.kind].insert(one);
    std::vector<Turn> all;
    Standing last = std::max_element(there.begin(), there.end())->standing;
    auto ticket = static_cast<std::uint32_t>(there.size());
    for (std::size_t i = 0; i < count; ++i) {
        auto& row = rows.at(there[random() % there.size()].kind);
        last = {last.key + between, last.arrival + between, {++ticket}};
        const Person comes{row.begin()->kind, last};
        row.insert(comes);
        const auto inside = row.lower_bound(there[random() % there.size()]);
        const auto goes = random() % 10 == 0 && inside != row.end() ? inside : row.begin();
        all.push_back({comes, *goes});
        row.erase(goes);
    }
    return all;
}

double comeAndGo(Line line, const std::vector<Turn>& turns) {
    const auto begun = Clock::now();
    for (const Turn& turn : turns) {
        line.insert(turn.comes.kind, turn.comes.standing);
        line.erase(turn.goes.kind, turn.goes.standing);
    }
    return nanosecondsEach(begun, turns.size());
}

double comeAndGo(std::set<Person> all, const std::vector<Turn>& turns) {
    const auto begun = Clock::now();
    for (const Turn& turn : turns) {
        all.insert(turn.comes);
        all.erase(turn.goes);
    }
    return nanosecondsEach(begun, turns.size());
}

} // namespace

std::vector<Figure> dispatch(const Effort& effort) {
    const Outlet outlet = crowded(effort.waiting);
    const std::vector<Person> people = everybody(outlet);
    std::priority_queue<Person, std::vector<Person>, std::greater<>> queue{{}, people};
    const std::set<Person> all{people.begin(), people.end()};
    const std::vector<Turn> moves = turns(people, comingsATurn);
    Sides next;
    Sides insert;
    for (std::size_t turn = 0; turn < effort.turns; ++turn) {
        next.measured.push_back(callNext(outlet));
        next.bare.push_back(popAndPush(queue));
        insert.measured.push_back(comeAndGo(outlet.line(), moves));
        insert.bare.push_back(comeAndGo(all, moves));
    }
    return {
        {"next-100k", quantile(next.measured, 0.5), "ns", quantile(next.bare, 0.5),
         "std::priority_queue of as many: one pop and one push; ours also says whom it passed "
         "and why"},
        {"insert-100k", quantile(insert.measured, 0.5), "ns", quantile(insert.bare, 0.5),
         "std::set of as many: one insert and one erase, of the same people in the same order"}};
}

} // namespace usher::bench
