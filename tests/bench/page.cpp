// The figures for a reader: the table and the plot of docs/performance.md.
#include "tests/bench/figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace usher::bench {

namespace {

// Pixels.
constexpr double width = 960;
constexpr double namesWidth = 230;
constexpr double barsWidth = 620;
constexpr double rowHeight = 24;
constexpr double barHeight = 12;
constexpr double firstRow = 96;

constexpr double leastCost = 0.1;
constexpr double mostCost = 100;

/// How many times what the bare thing takes; 1: as good as bare.
double cost(const Figure& one) {
    return one.unit.ends_with("/s") ? one.limit / one.value : one.value / one.limit;
}

double along(double cost) {
    const double bounded = std::clamp(cost, leastCost, mostCost);
    return namesWidth + barsWidth * std::log(bounded / leastCost) / std::log(mostCost / leastCost);
}

std::string text(double x, double y, const char* look, std::string_view words) {
    return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" class=\"{}\">{}</text>\n", x, y, look,
                       words);
}

std::string number(double value) {
    return value >= 100   ? fmt::format("{:.0f}", value)
           : value >= 10  ? fmt::format("{:.1f}", value)
           : value >= 0.1 ? fmt::format("{:.2f}", value)
                          : fmt::format("{:.3f}", value);
}

} // namespace

std::string toMarkdown(const std::vector<Figure>& figures) {
    std::string page = "| figure | value | bare limit | unit | ratio | the limit is |\n"
                       "|---|---:|---:|---|---:|---|\n";
    for (const Figure& one : figures)
        page +=
            fmt::format("| `{}` | {} | {} | {} | {} | {} |\n", one.name, number(one.value),
                        number(one.limit), one.unit, number(one.value / one.limit), one.limitIs);
    return page;
}

std::string toDrawing(const std::vector<Figure>& figures) {
    const double bottom = firstRow + rowHeight * static_cast<double>(figures.size());
    std::string page = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0:.0f} {1:.0f}\" "
        "width=\"{0:.0f}\" height=\"{1:.0f}\" role=\"img\">\n"
        "<title>What Usher takes beside the bare thing</title>\n<style>\n"
        "text {{ font-family: \"Noto Sans\", Arial, \"DejaVu Sans\", sans-serif; "
        "font-size: 13px; fill: #1B1D1F; }}\n"
        ".title {{ font-size: 20px; font-weight: 700; }}\n"
        ".sub, .tick {{ font-size: 12px; fill: #5C6066; }} .tick {{ text-anchor: middle; }}\n"
        ".name {{ text-anchor: end; }}\n"
        ".ours {{ fill: #0B5C6B; }} .grid {{ stroke: #E4E2DC; }} .bare {{ stroke: #1B1D1F; "
        "stroke-dasharray: 3 3; }}\n</style>\n"
        "<rect width=\"100%\" height=\"100%\" fill=\"#F7F6F3\"/>\n",
        width, bottom + 24);
    page += text(24, 36, "title", "What Usher takes beside the bare thing");
    page += text(24, 58, "sub",
                 "Times as much as the bare limit of the same run; shorter is "
                 "better, the dashed line is bare.");
    for (const double tick : {0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0}) {
        page += text(along(tick), firstRow - 10, "tick", fmt::format("{}×", tick));
        page += fmt::format("<line x1=\"{0:.1f}\" y1=\"{1:.1f}\" x2=\"{0:.1f}\" y2=\"{2:.1f}\" "
                            "class=\"{3}\"/>\n",
                            along(tick), firstRow - 4, bottom, tick == 1.0 ? "bare" : "grid");
    }
    double y = firstRow;
    for (const Figure& one : figures) {
        const double end = along(cost(one));
        page += text(namesWidth - 10, y + barHeight, "name", one.name);
        page += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" "
                            "class=\"ours\"/>\n",
                            namesWidth, y + 2, end - namesWidth, barHeight);
        page += text(end + 6, y + barHeight, "value", number(cost(one)));
        y += rowHeight;
    }
    return page + "</svg>\n";
}

} // namespace usher::bench
