#include "tests/faults/aftermath.h"

#include "tests/faults/workload.h"

#include <algorithm>
#include <fstream>

namespace usher::faults {

namespace {

constexpr std::array<const char*, cuts> names{"nothing unsynced", "everything",  "the first writes",
                                              "the last writes",  "some writes", "some sectors"};
constexpr std::uint64_t newAttempts = 1'000'000; ///< no workload counts so far

/// With a shared index of no sense beside them: it is never synced, so it must not be believed.
void put(Files files, const std::filesystem::path& dir) {
    files["journal.db-shm"].assign(32768, '\x5a');
    for (const auto& [name, content] : files)
        std::ofstream{dir / name, std::ios::binary}.write(
            content.data(), static_cast<std::streamsize>(content.size()));
}

std::size_t hashOf(const Files& files) {
    std::size_t hash = files.size();
    for (const auto& [name, content] : files) {
        hash = hash * 31 + std::hash<std::string>{}(name);
        hash = hash * 31 + std::hash<std::string>{}(content);
    }
    return hash;
}

/// What is wrong, or the one of `allowed` that is there.
std::variant<Ledger::Shared, std::string> found(Session& session,
                                                const std::vector<Ledger::Shared>& allowed) {
    auto content = session.read();
    if (auto* why = std::get_if<std::string>(&content))
        return std::move(*why);
    for (const auto& one : allowed)
        if (std::get<Content>(content) == *one)
            return one;
    return difference(std::get<Content>(content), *allowed.front());
}

/// The next day: what was found is told as true, and one batch more. Nothing: all is well.
std::optional<std::string> live(const std::filesystem::path& dir,
                                const std::vector<Ledger::Shared>& allowed, Ledger& ledger) {
    auto opened = Session::open(dir);
    if (auto* why = std::get_if<std::string>(&opened))
        return "it does not open: " + *why;
    auto& session = *std::get<std::unique_ptr<Session>>(opened);
    const auto there = found(session, allowed);
    if (const auto* why = std::get_if<std::string>(&there))
        return *why;
    const auto& base = *std::get<Ledger::Shared>(there);
    ledger.settle(Drive::the().length(), std::get<Ledger::Shared>(there));
    world::Dice dice{base.records.size(), 3};
    auto batch = makeBatch(base.records.size(), newAttempts + base.answers.size(), 3, dice);
    ledger.given(Drive::the().length(), with(base, batch));
    const auto told = session.commit(std::move(batch));
    ledger.told(told.at, told.well);
    if (!told.well)
        return "the next batch is refused";
    const auto now = found(session, {std::make_shared<Content>(ledger.sure())});
    if (const auto* why = std::get_if<std::string>(&now))
        return "after the next batch: " + *why;
    if (const auto why = session.verify())
        return "verify: " + *why;
    return std::nullopt;
}

} // namespace

void Tally::add(const Tally& other) {
    trials += other.trials;
    steps += other.steps;
    states += other.states;
    lives += other.lives;
    complaints.insert(complaints.end(), other.complaints.begin(), other.complaints.end());
}

Tally Aftermath::of(const std::vector<Step>& tape, const Ledger& ledger) {
    Platter platter = start_;
    for (std::size_t step = 0; step <= tape.size(); ++step) {
        if (step > 0)
            platter.take(tape[step - 1]);
        const bool wanted = step >= effort_.first && step <= effort_.last;
        if (wanted && (step % effort_.every == 0 || step == tape.size()))
            endHere(platter, ledger, step);
        if (!tally_.complaints.empty())
            break;
    }
    tally_.steps += tape.size();
    return tally_;
}

void Aftermath::endHere(const Platter& platter, const Ledger& ledger, std::size_t step) {
    const auto allowed = ledger.allowed(step);
    const std::string after = "step " + std::to_string(step);
    const auto killed = platter.inCache();
    if (isNew(killed, allowed))
        inspect(killed, allowed, after + ", killed");
    world::Dice whether{effort_.from, step};
    if (whether.oneIn(effort_.secondIn))
        liveOn(platter, killed, allowed, after + ", killed");
    for (auto seed = effort_.from; seed < effort_.from + effort_.seeds; ++seed)
        for (std::size_t i = 0; i < cuts && !platter.settled(); ++i) {
            const auto cut = static_cast<Cut>(i);
            world::Dice dice{seed, step * cuts + i};
            const auto left = platter.afterCut(cut, dice);
            const auto end =
                after + ", power cut, " + names.at(i) + ", seed " + std::to_string(seed);
            if (!isNew(left, allowed))
                continue;
            inspect(left, allowed, end);
            if (whether.oneIn(effort_.secondIn))
                liveOn(Platter{left}, left, allowed, end);
        }
}

bool Aftermath::isNew(const Files& files, const Allowed& allowed) {
    return seen_.emplace(hashOf(files), allowed.back().get()).second;
}

void Aftermath::inspect(const Files& files, const Allowed& allowed, const std::string& end) {
    const Folder folder;
    put(files, folder.path());
    ++tally_.states;
    Ledger ledger;
    if (const auto wrong = live(folder.path(), allowed, ledger))
        tally_.complaints.push_back("after " + end + ": " + *wrong);
}

void Aftermath::liveOn(const Platter& platter, const Files& files, const Allowed& allowed,
                       const std::string& end) {
    const Folder folder;
    put(files, folder.path());
    ++tally_.lives;
    Ledger ledger{allowed};
    Drive::the().watch(folder.path());
    const auto wrong = live(folder.path(), allowed, ledger);
    const auto tape = Drive::the().tape();
    Drive::the().stopWatching();
    if (wrong)
        return;
    Effort effort = effort_;
    effort.secondIn = 0;
    effort.first = 0;
    effort.last = SIZE_MAX;
    Tally second = Aftermath{effort, platter}.of(tape, ledger);
    for (auto& complaint : second.complaints)
        complaint = "lived on after " + end + "; then " + complaint;
    tally_.add(second);
}

} // namespace usher::faults
