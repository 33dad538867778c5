#include "broker/setup/read.h"

#include "broker/setup/bounds.h"
#include "broker/setup/check.h"
#include "broker/setup/draft.h"
#include "broker/setup/tree.h"

#include <fstream>
#include <string>

namespace usher::setup {

Reading readText(std::string_view text, std::string_view file) {
    Problems problems{file};
    if (text.size() > fileBytesMax) {
        problems.add({}, "the file is larger than 1 MiB", "give the outlet's setup file");
        return problems.sorted();
    }
    const auto tree = parseTree(text, file, problems);
    if (!tree)
        return problems.sorted();
    Draft draft;
    Names names{problems};
    Fields top{*tree, "the file", problems};
    readOpening(top, draft, problems);
    readParts(top, draft, names, problems);
    readCounters(top, draft, names, problems);
    readBands(top, draft, names, problems);
    top.finish();
    checkWhole(draft, problems);
    if (!problems.empty())
        return problems.sorted();
    return std::move(draft.setup);
}

Reading read(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    std::string text(fileBytesMax + 1, '\0'); // one more than allowed, to tell that it is too large
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    const auto size = file.gcount();
    std::error_code unreadable;
    if (!file.is_open() || file.bad() ||
        (size == 0 && !std::filesystem::is_regular_file(path, unreadable))) {
        Problems problems{path.string()};
        problems.add({}, "the file cannot be read", "check its name and that you may read it");
        return problems.sorted();
    }
    text.resize(static_cast<std::size_t>(size));
    return readText(text, path.string());
}

} // namespace usher::setup
