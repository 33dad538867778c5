#include "broker/setup/plain.h"

#include "broker/protocol/utf8.h"
#include "broker/setup/bounds.h"

#include <algorithm>

namespace usher::setup {

namespace {

/// One line, from the left; it knows whether it is inside quotes or a comment.
class Line {
public:
    Line(std::string_view line, int number, Problems& problems)
        : rest_{line}, place_{number, 1}, problems_{problems} {}

    bool plain() {
        if (rest_.size() > lineBytesMax)
            return refuse("this line is too long", "break it, or shorten it");
        while (!rest_.empty()) {
            const std::size_t size = protocol::characterBytes(rest_);
            if (size == 0)
                return refuse("this is not UTF-8", "save the file as UTF-8");
            if (!comment_ && !quote_ && size > 1)
                return refuse("this character stands outside quotes", "put the text in quotes");
            if (!comment_ && !quote_ && opensManyLines())
                return refuse("this begins a text of several lines", "write it in one line");
            step(rest_.front());
            rest_.remove_prefix(size);
            ++place_.column;
        }
        return true;
    }

private:
    [[nodiscard]] bool opensManyLines() const {
        return rest_.substr(0, 3) == "\"\"\"" || rest_.substr(0, 3) == "'''";
    }

    void step(char c) {
        if (comment_)
            return;
        if (!quote_) {
            comment_ = c == '#';
            quote_ = c == '"' || c == '\'' ? c : '\0';
        } else if (escaped_) {
            escaped_ = false;
        } else if (c == quote_) {
            quote_ = '\0';
        } else {
            escaped_ = quote_ == '"' && c == '\\';
        }
    }

    bool refuse(const char* what, const char* whatToDo) {
        problems_.add(place_, what, whatToDo);
        return false;
    }

    std::string_view rest_;
    Place place_;
    Problems& problems_;
    char quote_{};
    bool escaped_{};
    bool comment_{};
};

} // namespace

bool isPlain(std::string_view text, Problems& problems) {
    int bad = 0;
    for (int number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        bad += Line{text.substr(0, end), number, problems}.plain() ? 0 : 1;
        text.remove_prefix(std::min(end + 1, text.size()));
        if (bad == badLinesMax && !text.empty()) {
            problems.add({number + 1, 1}, "the rest was not read",
                         "mend these lines first, or name the file you meant");
            break;
        }
    }
    return bad == 0;
}

} // namespace usher::setup
