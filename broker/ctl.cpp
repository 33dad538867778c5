// usher-ctl: the administrator's hand on a running broker.
#include "broker/house/refused.h"
#include "broker/house/talk.h"
#include "broker/house/why_words.h"
#include "broker/protocol/access.h"
#include "broker/wire/codec.h"

#include <CLI/CLI.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <fmt/format.h>

#include <iostream>

namespace {

using namespace usher;
using namespace usher::protocol;
using boost::describe::enum_to_string;

struct Words {
    std::filesystem::path data;
    bool json{};
    std::string command;
    std::vector<std::string> arguments;
    std::string ticket;
    std::string language; ///< empty: both
};

int complain(const std::string& what, int code = 1) {
    std::cerr << what << '\n';
    return code;
}

std::variant<std::unique_ptr<house::Talk>, std::string> talk(const Words& words, bool listen) {
    return house::Talk::open(words.data / "keys" / "ctl.json", listen);
}

int print(const client::Outcome& outcome) {
    if (std::holds_alternative<client::NoAnswer>(outcome))
        return complain("no broker answers; is one running on this data directory?");
    std::variant<Answer, Refusal> reply;
    if (const auto* answer = std::get_if<Answer>(&outcome))
        reply = *answer;
    else
        reply = std::get<Refusal>(outcome);
    std::cout << wire::encode(reply) << '\n';
    return std::holds_alternative<Refusal>(reply) ? 1 : 0;
}

void printStatus(const Snapshot& snapshot) {
    std::cout << fmt::format("{} ({}), event {}\n", snapshot.setup.name.en,
                             snapshot.setup.id.view(), snapshot.sequence);
    for (const CounterState& counter : snapshot.counters) {
        std::string ticket;
        for (const Ticket& one : snapshot.tickets)
            if (counter.ticket == one.id)
                ticket = one.number;
        std::cout << fmt::format(
            "  {:>3} {:<14} {:<8} {:<5} {}\n", snapshot.setup.find(counter.id)->number,
            counter.id.view(), enum_to_string(counter.desk, "?"), ticket,
            counter.machine == MachineState::Ready
                ? counter.staffName
                : std::string{enum_to_string(counter.machine, "?")} + ": " + counter.reason);
    }
    for (const CounterState& counter : snapshot.counters) {
        if (counter.profile)
            std::cout << fmt::format(
                "  {} takes other things for {} min: {}\n", snapshot.setup.find(counter.id)->number,
                (counter.profile->until - snapshot.at).count() / 60'000, counter.profile->reason);
        if (counter.kept)
            std::cout << fmt::format("  {} is kept free: {}\n",
                                     snapshot.setup.find(counter.id)->number,
                                     enum_to_string(counter.kept->whom, "?"));
    }
    if (snapshot.band)
        std::cout << fmt::format("  band: {}\n", snapshot.setup.find(*snapshot.band)->name.en);
    if (snapshot.degraded.active)
        std::cout << "  degraded: every counter helps at once\n";
    for (const Ticket& ticket : snapshot.tickets)
        if (ticket.phase == Phase::Waiting)
            std::cout << fmt::format(
                "  {:<5} waits in {:<13} {:>4} min  {}\n", ticket.number, ticket.zone.view(),
                (snapshot.at - ticket.arrival).count() / 60'000, ticket.service.view());
    const Totals& t = snapshot.totals;
    std::cout << fmt::format("today: {} taken, {} served, {} no-shows, {} left; worst overtake by "
                             "rule {} s of {} s\n",
                             t.taken, t.served, t.noShow, t.left, t.worstOvertake.count() / 1000,
                             snapshot.setup.overtakingBound().count() / 1000);
    std::cout << fmt::format("called after staff promoted them: {}; worst overtake by those {} s\n",
                             t.promoted, t.worstPromoted.count() / 1000);
}

int status(const Words& words) {
    auto open = talk(words, false);
    if (auto* why = std::get_if<std::string>(&open))
        return complain(*why);
    const auto outcome = std::get<0>(open)->ask(GetSnapshot{});
    const auto* answer = std::get_if<Answer>(&outcome);
    const auto* picture = answer != nullptr ? std::get_if<StaffPicture>(answer) : nullptr;
    if (picture == nullptr || words.json)
        return print(outcome);
    printStatus(picture->snapshot);
    return 0;
}

/// What the refusal leaves unsaid, as the outlet stands.
void tellMore(house::Talk& line, Refusal refusal, const Command& command) {
    const auto outcome = line.ask(GetSnapshot{});
    const auto* answer = std::get_if<Answer>(&outcome);
    const auto* picture = answer != nullptr ? std::get_if<StaffPicture>(answer) : nullptr;
    if (picture == nullptr)
        return;
    if (const auto more = house::detail(refusal, command, picture->snapshot))
        std::cerr << *more << '\n';
}

int send(const Words& words) {
    auto command = wire::commandFromWords(words.command, words.arguments);
    if (const auto* bad = std::get_if<wire::BadBytes>(&command))
        return complain(words.command + (bad->where.empty() ? "" : "." + bad->where) + " " +
                            bad->what + "; see docs/protocol.md",
                        2);
    auto open = talk(words, false);
    if (auto* why = std::get_if<std::string>(&open))
        return complain(*why);
    house::Talk& line = *std::get<0>(open);
    // Told apart before it is sent: a command that holds a secret cannot be kept.
    std::optional<Command> steering;
    if (const auto* one = std::get_if<OverrideProfile>(&std::get<Command>(command)))
        steering = *one;
    if (const auto* one = std::get_if<CloseCounter>(&std::get<Command>(command)))
        steering = *one;
    const auto outcome = line.ask(std::move(std::get<Command>(command)));
    const auto* refusal = std::get_if<Refusal>(&outcome);
    if (steering && refusal != nullptr)
        tellMore(line, *refusal, *steering);
    return print(outcome);
}

int watch(const Words& words) {
    auto open = talk(words, true);
    if (auto* why = std::get_if<std::string>(&open))
        return complain(*why);
    std::get<0>(open)->watch([](const Record& record) {
        std::cout << wire::encode(record) << std::endl;
        return std::cout.good();
    });
    return 0;
}

int why(const Words& words) {
    const auto found = house::why(words.data, words.ticket);
    if (const auto* problem = std::get_if<std::string>(&found))
        return complain(*problem);
    const auto& story = std::get<house::Why>(found);
    if (words.json) {
        std::cout << house::toJson(story) << '\n';
        return 0;
    }
    if (words.language != "en")
        for (const std::string& sentence : house::inChinese(story))
            std::cout << sentence << '\n';
    if (words.language != "zh")
        for (const std::string& sentence : house::inEnglish(story))
            std::cout << sentence << '\n';
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app{"The administrator's hand on a running broker."};
    Words words;
    int code = 0;
    app.add_option("--data", words.data, "The broker's data directory")->required();
    app.add_flag("--json", words.json, "Print JSON");
    app.require_subcommand(1);
    app.fallthrough();
    app.add_subcommand("status", "The outlet as it stands.")->callback([&] {
        code = status(words);
    });
    CLI::App* sending = app.add_subcommand("send", "Ask for something; see docs/protocol.md.");
    sending->add_option("COMMAND", words.command)->required();
    sending->add_option("WORDS", words.arguments,
                        "name=value; place.zone=low for a member's member");
    sending->callback([&] { code = send(words); });
    app.add_subcommand("watch", "Print every event as it happens.")->callback([&] {
        code = watch(words);
    });
    CLI::App* asking = app.add_subcommand(
        "why", "Why a ticket was called when it was, who went before it, and where it stands.");
    asking->add_option("TICKET", words.ticket, "A number such as D012, or a ticket's id")
        ->required();
    asking->add_option("--lang", words.language, "zh or en; both if not said")
        ->check(CLI::IsMember({"zh", "en"}));
    asking->callback([&] { code = why(words); });
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    return code;
}
