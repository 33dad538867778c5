// The registers a bank hands over: cards.csv and staff.csv.
#include "broker/vault/register_file.h"
#include "tests/fuzz/fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

using namespace usher;

namespace {

/// A file that is nowhere on disk, filled anew each time.
class Sheet {
public:
    void fill(const std::uint8_t* data, std::size_t size) const {
        fuzz::must(ftruncate(file_, 0) == 0 &&
                       pwrite(file_, data, size, 0) == static_cast<ssize_t>(size),
                   "there is memory for a sheet");
    }
    [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }

private:
    int file_ = memfd_create("sheet", MFD_CLOEXEC);
};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// A PIN has six digits, a card number thirteen or more: no run of six is repeated to anybody.
bool repeatsDigits(std::string_view said) {
    std::size_t run = 0;
    for (const char c : said)
        if (run = isDigit(c) ? run + 1 : 0; run >= 6)
            return true;
    return false;
}

void read(const std::string& path, const std::vector<std::string_view>& columns) {
    const vault::RegisterFile file{path, columns};
    std::size_t before = 0;
    for (const auto& line : file.lines()) {
        fuzz::must(line.cells.size() == columns.size(), "a line has a cell for every column");
        fuzz::must(line.number > before, "lines come in the file's order");
        before = line.number;
    }
    for (const auto& problem : file.problems()) {
        fuzz::must(!problem.what.empty(), "every problem can be told");
        fuzz::must(!repeatsDigits(problem.what), "no problem repeats what stood there");
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Sheet sheet;
    static const std::string path = sheet.path();
    sheet.fill(data, size);
    read(path, {"card", "tier", "valid_from", "valid_to", "client_manager"});
    read(path, {"id", "name", "role", "pin"});
    return 0;
}
