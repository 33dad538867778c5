// The registers a bank hands over: cards.csv and staff.csv.
#include "broker/vault/register_file.h"
#include "tests/fuzz/fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

using namespace usher;

namespace {

/// A file that is nowhere on disk.
class Sheet {
public:
    Sheet(const std::uint8_t* data, std::size_t size) : file_{memfd_create("sheet", 0)} {
        fuzz::must(file_ >= 0 && write(file_, data, size) == static_cast<ssize_t>(size),
                   "there is memory for a sheet");
    }
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;
    ~Sheet() { close(file_); }
    [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }

private:
    int file_;
};

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Sheet sheet{data, size};
    const std::vector<std::string_view> cards{"card", "tier", "valid_from", "valid_to",
                                              "client_manager"};
    const std::vector<std::string_view> staff{"id", "name", "role", "pin"};
    for (const auto& columns : {cards, staff}) {
        const vault::RegisterFile file{sheet.path(), columns};
        for (const auto& line : file.lines())
            fuzz::must(line.cells.size() == columns.size(), "a line has a cell for every column");
        for (const auto& problem : file.problems())
            fuzz::must(!vault::toText(problem).empty(), "every problem can be told");
    }
    return 0;
}
