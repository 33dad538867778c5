// usher-cuts: the journal on a bad disk, every end of every tape; is what was acknowledged there?
#include "tests/faults/faulty_vfs.h"
#include "tests/faults/scenes.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdio>

namespace {

using namespace usher::faults;

constexpr std::size_t complaintsShown = 5;

/// One row of a table. Whether anything was found.
bool tell(const Scene& scene, const Pains& pains, Tally& total) {
    const Tally tally = scene.play(pains);
    fmt::print("| `{}` | {} | {} | {} | {} | {} | {} |\n", scene.name, scene.what, tally.trials,
               tally.steps, tally.states, tally.lives, tally.complaints.size());
    std::fflush(stdout);
    total.add(tally);
    return !tally.complaints.empty();
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app{"The journal killed and cut off after every step, on a disk that fails"};
    Pains pains{{2, 1, 200}, 3, 1};
    std::string only;
    bool planted = false;
    app.add_option("--seeds", pains.effort.seeds, "power cuts of each kind after each step");
    app.add_option("--from", pains.effort.from, "the first seed");
    app.add_option("--every", pains.effort.every, "after each so many steps");
    app.add_option("--second-in", pains.effort.secondIn,
                   "one in so many ends is lived on from and cut again; 0: none");
    app.add_option("--workloads", pains.workloads, "different ones, where nothing fails");
    app.add_option("--stride", pains.stride, "between one fault and the next that is tried");
    app.add_option("--scene", only, "this one alone");
    app.add_flag("--planted", planted, "disks and journals as they must not be");
    CLI11_PARSE(app, argc, argv);
    if (!installFaultyVfs())
        return 2;
    fmt::print("| scene | what | faults | steps | ends | lived on | broken promises |\n"
               "|---|---|---|---|---|---|---|\n");
    Tally total;
    std::size_t played = 0;
    std::size_t found = 0;
    for (const Scene& scene : planted ? plants() : scenes())
        if (only.empty() || only == scene.name) {
            ++played;
            found += tell(scene, pains, total) ? 1 : 0;
        }
    for (std::size_t i = 0; i < std::min(complaintsShown, total.complaints.size()); ++i)
        fmt::print("{}\n", total.complaints[i]);
    if (planted)
        fmt::print("{} of {} planted faults caught\n", found, played);
    else
        fmt::print("{} ends of {} steps, {} lived on, {} faults: {}\n", total.states, total.steps,
                   total.lives, total.trials,
                   found == 0 ? "no promise broken" : "a promise is broken");
    return found == (planted ? played : 0) && played > 0 ? 0 : 1;
}
