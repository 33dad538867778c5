#include "lobby-console/hall/scenes.h"

namespace usher::hall {

using namespace protocol;
using link::DemoLink;
using link::Scene;

namespace {

constexpr QSize landscape{1920, 1080};
constexpr QSize portrait{1080, 1920};

using Prepare = std::function<void(DemoLink&, Board)>;

void plain(DemoLink& link, Board board) {
    link.setState(link::Link::State::Live);
    link.setStale(false, 0);
    link.show(std::move(board));
}

std::vector<std::pair<QString, Prepare>> states() {
    return {
        {"calls", plain},
        {"first",
         [](DemoLink& link, Board board) {
             board.calls.erase(board.calls.begin(), board.calls.end() - 1);
             plain(link, std::move(board));
         }},
        {"empty",
         [](DemoLink& link, Board board) {
             board.calls.clear();
             for (BoardZone& zone : board.zones) {
                 zone.waiting = 0;
                 zone.wait = {};
             }
             plain(link, std::move(board));
         }},
        {"degraded",
         [](DemoLink& link, Board board) {
             board.degraded = true;
             plain(link, std::move(board));
         }},
        {"first-come",
         [](DemoLink& link, Board board) {
             board.favoured.clear();
             board.overtaking = Millis{0};
             plain(link, std::move(board));
         }},
        {"stale",
         [](DemoLink& link, Board board) {
             plain(link, std::move(board));
             link.setStale(true, 14);
         }},
        {"unwell",
         [](DemoLink& link, Board board) {
             plain(link, std::move(board));
             link.setState(link::Link::State::Unwell);
         }},
        {"denied",
         [](DemoLink& link, Board board) {
             plain(link, std::move(board));
             link.setState(link::Link::State::Denied);
             link.setStale(true, -1);
         }},
    };
}

} // namespace

std::vector<Scene> scenes(link::Stage& stage) {
    if (stage.demoLink() == nullptr)
        return {};
    DemoLink& link = *stage.demoLink();
    std::vector<Scene> all;
    for (const auto& [name, prepare] : states()) {
        const auto play = [&link, prepare = prepare, board = link.board()] {
            prepare(link, board);
        };
        all.push_back({name, landscape, play});
        if (name == "calls" || name == "empty" || name == "degraded" || name == "stale")
            all.push_back({name + "-portrait", portrait, play});
        if (name == "calls") {
            all.push_back({name + "-dark", landscape, play, "dark"});
            all.push_back({name + "-contrast", landscape, play, "contrast"});
        }
    }
    return all;
}

} // namespace usher::hall
