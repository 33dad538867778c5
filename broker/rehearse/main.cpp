// usher-rehearse: plays a day of customers and tellers against a live broker over real sockets.
#include "broker/rehearse/player.h"

#include <CLI/CLI.hpp>

#include <csignal>
#include <iostream>

namespace {

using namespace usher;
using namespace usher::rehearse;

constexpr std::size_t problemsShown = 10; ///< a day of another outlet is wrong in every line

volatile std::sig_atomic_t stopAsked = 0;

template <class T>
std::optional<T> good(std::variant<T, std::vector<setup::Problem>> reading) {
    if (auto* value = std::get_if<T>(&reading))
        return std::move(*value);
    const auto& problems = std::get<std::vector<setup::Problem>>(reading);
    const std::size_t shown = std::min(problems.size(), problemsShown);
    for (std::size_t i = 0; i < shown; ++i)
        std::cerr << setup::toText(problems[i]) << '\n';
    if (shown < problems.size())
        std::cerr << "and " << problems.size() - shown << " more like these\n";
    return std::nullopt;
}

struct Words {
    std::filesystem::path day;
    std::filesystem::path data;
    std::filesystem::path acknowledged;
    double seconds{86'400};
    int kiosks{2};
    std::vector<std::string> leave;
};

/// The devices `usher-broker demo` enrolled: W1, W2 ... in the order of the staffed counters.
Cast castFor(const protocol::Setup& setup, const Words& words) {
    Cast cast;
    for (int i = 1; i <= words.kiosks; ++i)
        cast.kiosks.push_back(*protocol::DeviceId::parse("K" + std::to_string(i)));
    cast.lobby = protocol::named<protocol::DeviceId>("L1");
    int windows = 0;
    for (const protocol::Counter& counter : setup.counters)
        if (!setup.find(counter.zone)->selfService)
            cast.counters[counter.id] = *protocol::DeviceId::parse("W" + std::to_string(++windows));
    for (const std::string& counter : words.leave)
        if (const auto id = protocol::CounterId::parse(counter))
            cast.left.insert(*id);
    return cast;
}

int play(const Words& words) {
    auto day = good<Day>(readDay(words.day));
    if (!day)
        return 2;
    auto cards = good<std::vector<Card>>(readCards(day->cards));
    auto staff = good<std::vector<StaffMember>>(readStaff(day->staff));
    if (!cards || !staff)
        return 2;

    std::unique_ptr<Player> player;
    Lines lines{words.data / "keys", words.acknowledged};
    if (!lines.listen(protocol::named<protocol::DeviceId>("L2"), [&] {
            if (player)
                player->look();
        }))
        return 1;
    if (!lines.run([&] { return lines.ready(); }, std::chrono::seconds{15})) {
        std::cerr << "no broker answers; is usher-broker running on this data directory?\n";
        return 1;
    }
    day = good<Day>(readDay(words.day, &lines.outlet().setup())); // a day of this outlet?
    if (!day)
        return 2;
    const Cast cast = castFor(lines.outlet().setup(), words);
    bool open = lines.open(cast.lobby);
    for (const auto& kiosk : cast.kiosks)
        open = open && lines.open(kiosk);
    for (const auto& [counter, device] : cast.counters)
        open = open && (cast.left.contains(counter) || lines.open(device));
    if (!open)
        return 1;

    player = std::make_unique<Player>(lines, std::move(*day), std::move(*cards), std::move(*staff),
                                      cast);
    player->begin();
    const auto most = std::chrono::milliseconds{static_cast<std::int64_t>(words.seconds * 1000)};
    const bool whole = lines.run([&] { return stopAsked != 0 || player->over(); }, most);
    // What is under way is seen through: an answer not waited for could not be checked.
    const bool quiet = lines.run([&] { return lines.unanswered() == 0; }, std::chrono::seconds{10});
    std::cout << "{\"day_over\":" << (whole && stopAsked == 0 ? "true" : "false")
              << ",\"tickets\":" << player->ticketsTaken() << ",\"answered\":" << lines.answered()
              << ",\"refused\":" << lines.refused() << ",\"unanswered\":" << lines.unanswered()
              << "}\n";
    return quiet ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app{"Plays a day of customers and tellers against a live broker."};
    Words words;
    app.add_option("DAY", words.day, "A day file, as in assets/days")->required();
    app.add_option("--data", words.data, "The broker's data directory, for the devices' keys")
        ->required();
    app.add_option("--acknowledged", words.acknowledged, "Write down every command that was done");
    app.add_option("--for", words.seconds, "Real seconds at most");
    app.add_option("--kiosks", words.kiosks, "How many kiosks")->check(CLI::Range(1, 64));
    app.add_option("--leave", words.leave, "Counters somebody plays at a screen instead");
    CLI11_PARSE(app, argc, argv);
    for (const int signal : {SIGINT, SIGTERM})
        std::signal(signal, [](int) { stopAsked = 1; });
    try {
        return play(words);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
