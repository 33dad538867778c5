// What a comparison of rules found, and its page.
#pragma once

#include "broker/sim/trial.h"

namespace usher::sim {

struct Standing {
    Contender contender;
    Trial trial;
};

/// One load.
struct Standings {
    double customers{};
    double load{};
    std::vector<Standing> policies;
    std::vector<Standing> systems;
};

/// The one called usherDefault.
[[nodiscard]] const Standing& defaultOf(const std::vector<Standing>& all);

/// Ordinary customers a day who were passed by somebody who came far later.
[[nodiscard]] double passedFarADay(const Reading& reading);

/// Markdown; the first load at length. `command` is what was run.
[[nodiscard]] std::string toPage(const std::vector<Standings>& loads, std::size_t days,
                                 const std::string& command);

/// A drawing of the first load: what each rule gives VIPs, what it costs everybody else, how far it
/// lets anybody be overtaken, and how long the VIP counter idles beside a full hall.
[[nodiscard]] std::string toDrawing(const Standings& standings, std::size_t days);

} // namespace usher::sim
