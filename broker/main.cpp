// usher-broker: the command line of the broker, and nothing else.
#include "broker/house/run.h"
#include "broker/house/tools.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace {

using namespace usher;

struct Words {
    house::RunOptions run;
    house::Path file;
    house::Path data;
    house::Path outlet;
    house::Path acknowledged;
    bool explain{};
    std::string name;
    std::string role;
    std::string key;
    std::optional<std::string> host;
    std::optional<std::uint16_t> port;

    [[nodiscard]] house::Address address() const {
        house::Address known = house::addressOf(data);
        if (host)
            known.host = *host;
        if (port)
            known.port = *port;
        return known;
    }
};

void addRun(CLI::App& app, Words& words, int& code) {
    CLI::App* run = app.add_subcommand("run", "Run the broker of one outlet until SIGTERM.");
    run->add_option("--outlet", words.run.outlet, "The outlet file")->required();
    run->add_option("--data", words.run.data, "The data directory; made if it is not there")
        ->required();
    run->add_option("--listen", words.run.listen, "Address to listen on")->capture_default_str();
    run->add_option("--port", words.run.port, "Of the command door; the feeds are on +1 and +2")
        ->check(CLI::Range(1, 65532));
    run->add_option("--metrics-port", words.run.metricsPort, "On loopback; +3 if not said");
    run->add_option("--speed", words.run.speed, "Outlet seconds per real second")
        ->check([](const std::string& text) {
            // CLI::Range would let "nan" through.
            const double speed = std::strtod(text.c_str(), nullptr);
            return speed >= 0.01 && speed <= 100'000.0 ? std::string{}
                                                       : "must be from 0.01 to 100000";
        });
    run->add_option("--start-at", words.run.startAt, "HH:MM: where a new outlet's clock begins");
    run->callback([&] { code = house::run(words.run); });
}

void addLooks(CLI::App& app, Words& words, int& code) {
    CLI::App* check = app.add_subcommand("check", "Check an outlet file, or explain a good one.");
    check->add_option("FILE", words.file)->required();
    check->add_flag("--explain", words.explain, "Print the rule of the line, to hang on the wall");
    check->callback([&] { code = house::check(words.file, words.explain); });

    CLI::App* verify = app.add_subcommand("verify", "Replay the journal and compare.");
    verify->add_option("--data", words.data)->required();
    verify->add_option("--acknowledged", words.acknowledged, "What a rehearsal was told");
    verify->callback([&] { code = house::verify(words.data, words.acknowledged); });

    CLI::App* summary = app.add_subcommand("summary", "What became of everybody, as JSON.");
    summary->add_option("--data", words.data)->required();
    summary->add_option("--acknowledged", words.acknowledged, "What a rehearsal was told");
    summary->add_option("FILE", words.file, "Written there, too");
    summary->callback([&] { code = house::summary(words.data, words.acknowledged, words.file); });
}

void addAddress(CLI::App* to, Words& words) {
    to->add_option("--host", words.host, "Where devices find the broker; as it last ran")
        ->check([](const std::string& text) {
            const bool named = !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
                return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       c == '.' || c == '-';
            });
            return named ? std::string{} : "must be a name or an IPv4 address, without a port";
        });
    to->add_option("--port", words.port, "Of its door; as it last ran")
        ->check(CLI::Range(1, 65532));
}

void addPeople(CLI::App& app, Words& words, int& code) {
    CLI::App* enrol = app.add_subcommand("enrol", "Take a device in; prints its key file.");
    enrol->add_option("--data", words.data)->required();
    enrol->add_option("--role", words.role, "kiosk, counter, lobby, hall, head-office or admin")
        ->required();
    enrol->add_option("--name", words.name, "What it is called from now on")->required();
    enrol->add_option("--public-key", words.key, "One of the device's own making (Z85)");
    addAddress(enrol, words);
    enrol->callback([&] {
        code = house::enrol(words.data, words.address(), words.name, words.role, words.key);
    });

    CLI::App* revoke = app.add_subcommand("revoke", "Shut a device out, now.");
    revoke->add_option("--data", words.data)->required();
    revoke->add_option("--name", words.name)->required();
    revoke->callback([&] { code = house::revoke(words.data, words.name); });

    CLI::App* devices = app.add_subcommand("devices", "Who is enrolled.");
    devices->add_option("--data", words.data)->required();
    devices->callback([&] { code = house::listDevices(words.data); });

    CLI::App* cards = app.add_subcommand("import-cards", "Replace the register of known cards.");
    cards->add_option("--data", words.data)->required();
    cards->add_option("--outlet", words.outlet, "Whose tiers; if not said, the journal's");
    cards->add_option("FILE", words.file)->required();
    cards->callback([&] { code = house::importCards(words.data, words.file, words.outlet); });

    CLI::App* staff = app.add_subcommand("import-staff", "Replace the register of staff.");
    staff->add_option("--data", words.data)->required();
    staff->add_option("FILE", words.file)->required();
    staff->callback([&] { code = house::importStaff(words.data, words.file); });

    CLI::App* demo = app.add_subcommand("demo", "Invented people, and a device for every part.");
    demo->add_option("--data", words.data)->required();
    demo->add_option("--outlet", words.outlet)->required();
    demo->add_option("--people", words.file, "Folder with cards.csv and staff.csv")->required();
    addAddress(demo, words);
    demo->callback(
        [&] { code = house::demo(words.data, words.outlet, words.file, words.address()); });
}

void addCopies(CLI::App& app, Words& words, int& code) {
    CLI::App* backup = app.add_subcommand("backup", "Copy the journal, also while it runs.");
    backup->add_option("--data", words.data)->required();
    backup->add_option("FILE", words.file)->required();
    backup->callback([&] { code = house::backup(words.data, words.file); });

    CLI::App* restore = app.add_subcommand("restore", "Put a copy of the journal back.");
    restore->add_option("--data", words.data)->required();
    restore->add_option("FILE", words.file)->required();
    restore->callback([&] { code = house::restore(words.data, words.file); });
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app{"The broker of an Usher outlet."};
    app.require_subcommand(1);
    Words words;
    int code = 0;
    addRun(app, words, code);
    addLooks(app, words, code);
    addPeople(app, words, code);
    addCopies(app, words, code);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    } catch (const std::filesystem::filesystem_error& error) {
        std::cerr << error.path1().string() << ": " << error.code().message()
                  << "; see that this user may read it and write there\n";
        return 1;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return code;
}
