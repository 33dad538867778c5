// usher-bench: how fast Usher is, beside how fast the bare things under it are on this machine now.
#include "tests/bench/figures.h"
#include "tests/bench/hot.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <sys/resource.h>

namespace {

using namespace usher::bench;

/// A thousand listeners take some files each.
void raiseFileLimit() {
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }
}

struct Measured {
    std::vector<Figure> figures;
    bool whole = true; ///< false: a chapter failed, and said so
};

/// `only`: part of a chapter's name; empty for all. One that fails costs its own figures only.
Measured measure(const Effort& effort, const std::string& only) {
    struct Chapter {
        const char* name;
        std::vector<Figure> (*run)(const Effort&);
    };
    constexpr Chapter chapters[] = {
        {"dispatch", dispatch},      {"line", lines},       {"simulate", simulated},
        {"reforecast", reforecasts}, {"what-if", whatIfs},  {"durable-commands", durableCommands},
        {"round-trip", roundTrip},   {"feed", feeds},       {"siege", sieges},
        {"overload", overload},      {"start-up", startUp}, {"memory", rooms}};
    Measured all;
    for (const Chapter& chapter : chapters) {
        if (std::string_view{chapter.name}.find(only) == std::string_view::npos)
            continue;
        fmt::print(stderr, "measuring: {} ...\n", chapter.name);
        try {
            for (Figure& figure : chapter.run(effort))
                all.figures.push_back(std::move(figure));
        } catch (const std::exception& trouble) {
            fmt::print(stderr, "{}: {}\n", chapter.name, trouble.what());
            all.whole = false;
        }
    }
    return all;
}

/// Where the figures go besides the screen; nowhere if empty.
struct Files {
    std::string json;
    std::string page;
    std::string drawing;
};

bool written(const std::string& file, const std::string& text) {
    if (file.empty() || (std::ofstream{file} << text).flush())
        return true;
    std::cerr << "cannot write " << file << '\n';
    return false;
}

int run(const Effort& effort, const std::string& only, const Files& files) {
    raiseFileLimit();
    const auto begun = Clock::now();
    const auto [figures, whole] = measure(effort, only);
    const std::string json = toJson(figures);
    std::cout << toTable(figures);
    if (const std::string wrong = objection(json, figures); !wrong.empty()) {
        std::cerr << wrong << '\n';
        return 1;
    }
    if (!written(files.json, json) || !written(files.page, toMarkdown(figures)) ||
        !written(files.drawing, toDrawing(figures)))
        return 1;
    fmt::print("{} figures in {:.0f} s\n", figures.size(), seconds(Clock::now() - begun));
    return whole ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app{"How fast Usher is, beside how fast the bare things under it are."};
    bool quick = false;
    bool smoke = false;
    Files files;
    std::string only;
    app.add_flag("--quick", quick, "about a minute, without the thousand listeners");
    app.add_flag("--smoke", smoke, "seconds: only whether every figure comes out");
    std::uint64_t events = 0;
    app.add_option("--events", events, "in the journal to start from; ten million take a while");
    app.add_option("--json", files.json, "where to write the figures");
    app.add_option("--markdown", files.page, "where to write them as a table for a page");
    app.add_option("--svg", files.drawing, "where to draw them");
    app.add_option(
        "--only", only,
        "dispatch, line, simulate, reforecast, what-if, durable-commands, round-trip, feed, siege, "
        "overload, start-up or memory");
    std::string hot;
    std::size_t times = 0;
    bool paths = false;
    app.add_flag("--hot-paths", paths, "name what runs for every command, and measure nothing");
    app.add_option("--hot", hot, "run that path and measure nothing");
    app.add_option("--times", times, "so often");
    CLI11_PARSE(app, argc, argv);
    try {
        if (paths)
            std::cout << hotPaths();
        if (!hot.empty() && !runHot(hot, times)) {
            std::cerr << "there is no path " << hot << "; --hot-paths names them\n";
            return 2;
        }
        if (paths || !hot.empty())
            return 0;
        Effort effort = smoke ? Effort::smoke() : quick ? Effort::quick() : Effort::full();
        if (events != 0)
            effort.events = events;
        return run(effort, only, files);
    } catch (const std::exception& trouble) {
        std::cerr << trouble.what() << '\n';
        return 1;
    }
}
