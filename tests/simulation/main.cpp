// usher-world: bad days of a whole outlet, one a seed, and whether every promise held.
#include "tests/simulation/soak.h"

#include <CLI/CLI.hpp>

#include <iostream>

int main(int argc, char** argv) {
    using namespace usher::world;
    CLI::App app{"Bad days of a whole outlet, one a seed: is every promise kept?"};
    Wish wish;
    std::uint64_t only = 0;
    std::string plant;
    bool planted = false;
    app.add_option("--seeds", wish.seeds, "how many days");
    app.add_option("--from", wish.from, "the first seed");
    app.add_option("--seed", only, "this one alone");
    app.add_option("--minutes", wish.minutes, "no longer than this");
    app.add_option("--plant", plant, "with this bug planted");
    app.add_flag("--planted", planted, "every planted bug, until it is caught");
    app.add_flag("--twice", wish.twice,
                 "each day twice: the second must be the first, to the byte");
    app.add_flag("--coverage", wish.coverage, "every listed situation must be reached");
    CLI11_PARSE(app, argc, argv);
    if (only != 0) {
        wish.from = only;
        wish.seeds = 1;
    }
    if (!plant.empty()) {
        const auto known = plantNamed(plant);
        if (!known) {
            std::cerr << "there is no planted bug " << plant << "; there are:\n";
            for (const Planted& one : allPlants())
                std::cerr << "  " << one.name << ": " << one.what << '\n';
            return 2;
        }
        wish.plant = *known;
    }
    return planted ? soakPlanted(wish) : soak(wish);
}
