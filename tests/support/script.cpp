#include "tests/support/script.h"

#include "tests/support/drawing.h"
#include "tests/support/play.h"

#include <sstream>

namespace usher::script {

namespace {

std::string trimmed(const std::string& text) {
    return Words{text}.joined();
}

/// What went wrong with this line; nothing if it held.
std::optional<std::string> playLine(Play& play, bool& drawing, const std::string& line) {
    const auto arrow = line.find("->");
    const std::string wanted = arrow == std::string::npos ? "" : trimmed(line.substr(arrow + 2));
    Words words{line.substr(0, arrow)};
    const std::string verb = words.take();
    if (draw(play.drawing, verb, words)) {
        drawing = true;
        return std::nullopt;
    }
    if (drawing)
        play.open();
    drawing = false;
    if (verb == "adopt")
        return std::nullopt;
    if (verb == "expect") {
        const std::string found = play.look(words);
        const std::string expected = words.joined();
        return found == expected ? std::nullopt : std::optional{"found: " + found};
    }
    const std::string answer = play.act(verb, words);
    words.done();
    const bool held = wanted.empty() ? !answer.starts_with("refused") : answer == wanted;
    return held ? std::nullopt : std::optional{"answered: " + answer};
}

} // namespace

std::optional<std::string> run(std::string_view name, std::string_view text) {
    Play play;
    bool drawing = true;
    std::istringstream lines{std::string{text}};
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
        const std::string said = trimmed(line.substr(0, line.find('#')));
        if (said.empty())
            continue;
        std::optional<std::string> wrong;
        try {
            wrong = playLine(play, drawing, said);
        } catch (const std::exception& e) {
            wrong = e.what();
        }
        if (wrong)
            return std::string{name} + ":" + std::to_string(number) + ": " + said + "\n    " +
                   *wrong;
    }
    return std::nullopt;
}

} // namespace usher::script
