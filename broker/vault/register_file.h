// A register as the bank hands it over: a CSV file that may hold card numbers or PINs.
//
// Read straight into memory that is wiped when it goes. What is wrong is said by line and column
// and never by repeating what stood there.
#pragma once

#include "broker/journal/database.h"

#include <vector>

namespace usher::vault {

/// What is wrong with a register, and where: every one of them, in the file's order.
struct Problem {
    std::string file;
    std::size_t line{}; ///< 0: the file as a whole
    std::string what;
};
using Problems = std::vector<Problem>;
/// As `cards.csv:7: what`.
[[nodiscard]] std::string toText(const Problem& problem);

class RegisterFile {
public:
    struct Line {
        std::size_t number{};
        std::vector<std::string_view> cells; ///< as many as there are columns; into our memory
    };
    /// The first line must name exactly `columns`. Reads at most 64 MiB.
    RegisterFile(const std::filesystem::path& file, const std::vector<std::string_view>& columns);
    RegisterFile(const RegisterFile&) = delete;
    RegisterFile& operator=(const RegisterFile&) = delete;
    ~RegisterFile();

    [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }
    void object(std::size_t line, std::string what);
    [[nodiscard]] const Problems& problems() const { return problems_; }

private:
    void read();
    void parse(const std::vector<std::string_view>& columns);
    std::vector<std::string_view> split(std::size_t line, char* from, char* to);

    std::string file_;
    std::vector<char> text_;
    std::vector<Line> lines_;
    Problems problems_;
};

} // namespace usher::vault
