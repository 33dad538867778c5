#include "broker/sim/standings.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace usher::sim {

namespace {

// Pixels.
constexpr double width = 1280;
constexpr double margin = 28;
constexpr double namesWidth = 292;
constexpr double panelGap = 22;
constexpr double rowHeight = 25;
constexpr double barHeight = 13;
constexpr double firstRow = 168;
constexpr double groupGap = 46;
constexpr double valueRoom = 44; ///< right of the longest bar

constexpr double promise = 30; ///< minutes: the outlet's bound

struct Column {
    const char* title;
    const char* unit;
    Measure measure;
    int decimals;
    std::optional<double> limit; ///< beyond it a rule without a bound is drawn as broken
    bool sure{true};             ///< an extreme has no interval
};

const std::vector<Column>& columns() {
    static const std::vector<Column> all{
        {"VIP wait, P99", "minutes", [](const Reading& r) { return r.tiers[0].p99; }, 0, {}},
        {"Ordinary wait, mean", "minutes", [](const Reading& r) { return r.tiers[3].mean; }, 1, {}},
        {"Overtaken, at worst", "minutes, ordinary",
         [](const Reading& r) { return r.tiers[3].worstOvertake; }, 0, promise, false},
        {"Overtaken too far", "ordinary people a day", passedFarADay, 0, 0.0},
        {"VIP counter idle", "minutes a day", [](const Reading& r) { return r.idle; }, 0, {}}};
    return all;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text)
        out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string{c};
    return out;
}

std::string text(double x, double y, const char* look, std::string_view words) {
    return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" class=\"{}\">{}</text>\n", x, y, look,
                       escaped(words));
}

std::string line(double x1, double y1, double x2, double y2, const char* look) {
    return fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" "
                       "class=\"{}\"/>\n",
                       x1, y1, x2, y2, look);
}

/// One of 1, 2, 5 times a power of ten, so that `most` holds two to five of them.
double stepFor(double most) {
    const double power = std::pow(10.0, std::floor(std::log10(most / 2)));
    for (const double times : {5.0, 2.0, 1.0})
        if (most / (times * power) >= 2)
            return times * power;
    return power;
}

/// Where the rows of one group stand.
struct Band {
    double first{};
    std::size_t rows{};

    [[nodiscard]] double top() const { return first - rowHeight / 2; }
    [[nodiscard]] double bottom() const { return top() + static_cast<double>(rows) * rowHeight; }
};

/// One column of bars.
class Panel {
public:
    Panel(const Column& column, double left, double wide, const std::vector<const Standing*>& all)
        : column_{column}, left_{left}, wide_{wide - valueRoom} {
        for (const Standing* one : all)
            most_ = std::max(most_, column.measure(one->trial.whole) + half(*one));
    }

    [[nodiscard]] std::string frame(const std::vector<Band>& bands) const {
        std::string out = text(left_, 104, "head", column_.title);
        out += text(left_, 122, "unit", column_.unit);
        const double step = stepFor(most_);
        for (double value = 0; value <= most_ * 1.001; value += step) {
            for (const Band& band : bands)
                out += line(at(value), band.top(), at(value), band.bottom(),
                            value == 0 ? "axis" : "grid");
            out += text(at(value), bands.back().bottom() + 17, "tick", fmt::format("{:g}", value));
        }
        if (column_.limit == promise) {
            for (const Band& band : bands)
                out += line(at(promise), band.top() - 4, at(promise), band.bottom(), "bound");
            out += text(at(promise) + 5, bands.front().top() - 3, "tick left", "30, the promise");
        }
        return out;
    }

    [[nodiscard]] std::string bar(const Standing& one, double y) const {
        const auto value = of(one.trial, column_.measure);
        const bool ours = one.contender.usher;
        const bool broken = !ours && column_.limit && value.mean > *column_.limit;
        std::string out = fmt::format(
            "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" class=\"{}\"/>\n",
            left_, y - barHeight / 2, at(value.mean) - left_, barHeight,
            broken ? "broken"
            : ours ? "ours"
                   : "theirs");
        double end = value.mean;
        if (half(one) > 0) {
            end += half(one);
            out += line(at(std::max(0.0, value.mean - half(one))), y, at(end), y, "whisker");
        }
        return out + text(at(end) + 6, y + 4.5, ours ? "value our" : "value",
                          fmt::format("{:.{}f}", value.mean, column_.decimals));
    }

private:
    [[nodiscard]] double half(const Standing& one) const {
        return column_.sure ? 1.96 * of(one.trial, column_.measure).stderror : 0;
    }
    [[nodiscard]] double at(double value) const { return left_ + wide_ * value / most_; }

    const Column& column_;
    double left_;
    double wide_;
    double most_{1e-9};
};

constexpr const char* style = R"(<style>
text { font-family: "Noto Sans", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; fill: #1B1D1F; }
.title { font-size: 22px; font-weight: 700; }
.sub, .note { font-size: 13px; fill: #5C6066; }
.head { font-size: 14px; font-weight: 700; }
.unit, .tick { font-size: 11.5px; fill: #5C6066; }
.tick { text-anchor: middle; } .left { text-anchor: start; }
.group { font-size: 12px; font-weight: 700; fill: #5C6066; letter-spacing: .04em; }
.name, .value { font-size: 13px; }
.value { paint-order: stroke; stroke: #F7F6F3; stroke-width: 4px; stroke-linejoin: round; }
.our { font-weight: 700; fill: #0B5C6B; }
.default { fill: #E1ECEC; }
.ours { fill: #0B5C6B; } .theirs { fill: #A9ACB0; } .broken { fill: #A3202B; }
.grid { stroke: #E4E2DC; } .axis { stroke: #85827B; }
.bound { stroke: #1B1D1F; stroke-dasharray: 3 3; } .whisker { stroke: #1B1D1F; stroke-width: 1.2; }
</style>
)";

std::string begin(double height) {
    return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0:.0f} {1:.0f}\" "
                       "width=\"{0:.0f}\" height=\"{1:.0f}\" role=\"img\">\n"
                       "<title>Rules compared in one lobby</title>\n{2}"
                       "<rect width=\"100%\" height=\"100%\" fill=\"#F7F6F3\"/>\n",
                       width, height, style);
}

} // namespace

std::string toDrawing(const Standings& standings, std::size_t days) {
    struct Group {
        const char* title;
        std::vector<const Standing*> rows;
        Band band;
    };
    Group own{"POLICIES", {}, {}};
    Group systems{"OTHER SYSTEMS", {}, {}};
    std::vector<const Standing*> all;
    for (const Standing& one : standings.policies)
        own.rows.push_back(all.emplace_back(&one));
    for (const Standing& one : standings.systems)
        if (one.contender.name != usherDefault)
            systems.rows.push_back(all.emplace_back(&one));
    own.band = {firstRow, own.rows.size()};
    systems.band = {own.band.bottom() + groupGap, systems.rows.size()};
    const double height = systems.band.bottom() + 92;

    std::string out = begin(height);
    for (std::size_t i = 0; i < own.rows.size(); ++i)
        if (own.rows[i]->contender.name == usherDefault)
            out += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" "
                               "class=\"default\"/>\n",
                               margin - 10, own.band.top() + static_cast<double>(i) * rowHeight,
                               width - 2 * margin + 20, rowHeight);
    out += text(margin, 44, "title", "Who waits, who is overtaken, and what stands idle");
    out +=
        text(margin, 67, "sub",
             fmt::format("The reference lobby with {:g} customers a day, {:.0f} % load: {} days, "
                         "the same customers under every rule",
                         standings.customers, standings.load * 100, days));
    const auto count = static_cast<double>(columns().size());
    const double wide = (width - 2 * margin - namesWidth - panelGap * (count - 1)) / count;
    double left = margin + namesWidth;
    std::vector<Panel> panels;
    for (const Column& column : columns()) {
        panels.emplace_back(column, left, wide, all);
        out += panels.back().frame({own.band, systems.band});
        left += wide + panelGap;
    }
    for (const Group& group : {own, systems}) {
        double y = group.band.first;
        out += text(margin, y - 24, "group", group.title);
        for (const Standing* one : group.rows) {
            out += text(margin, y + 4.5, one->contender.usher ? "name our" : "name",
                        one->contender.name);
            for (const Panel& panel : panels)
                out += panel.bar(*one, y);
            y += rowHeight;
        }
    }
    out +=
        text(margin, height - 40, "note",
             "Overtaken too far: by somebody who came more than 30 minutes later. Red: by a rule "
             "that sets no limit.");
    out += text(margin, height - 20, "note",
                "Idle: while somebody it could help has waited over 5 minutes. Whiskers: 95 % "
                "intervals. Shaded: Usher's default.");
    return out + "</svg>\n";
}

} // namespace usher::sim
