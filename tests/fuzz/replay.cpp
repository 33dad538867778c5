// Goes through the files of some folders, and through some thousand variations of them that are the
// same in every run; so that what fuzzing found once stays found. Exit code 0: all survived.
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Input = std::vector<std::uint8_t>;

constexpr std::size_t variations = 3'000;
constexpr std::size_t sizeMax = 4096;

std::vector<Input> readAll(int folders, char** names) {
    std::vector<fs::path> files;
    for (int i = 0; i < folders; ++i)
        for (const auto& entry : fs::directory_iterator{names[i]})
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<Input> all;
    for (const fs::path& path : files) {
        std::ifstream file{path, std::ios::binary};
        all.emplace_back(std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{});
    }
    return all;
}

class Varying {
public:
    explicit Varying(const std::vector<Input>& all) : all_{all} {}

    Input next() {
        Input one = all_[below(all_.size())];
        for (std::size_t i = 1 + below(4); i > 0; --i)
            change(one);
        one.resize(std::min(one.size(), sizeMax));
        return one;
    }

private:
    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : random_() % bound; }
    [[nodiscard]] static Input::difference_type at(std::size_t i) {
        return static_cast<Input::difference_type>(i);
    }

    void change(Input& one) {
        const std::size_t from = below(one.size());
        const std::size_t count = std::min(one.size() - from, 1 + below(16));
        switch (below(5)) {
        case 0:
            if (!one.empty())
                one[from] = static_cast<std::uint8_t>(random_());
            break;
        case 1:
            if (!one.empty())
                one[from] ^= static_cast<std::uint8_t>(1U << below(8));
            break;
        case 2:
            one.erase(one.begin() + at(from), one.begin() + at(from + count));
            break;
        case 3: {
            const Input piece{one.begin() + at(from), one.begin() + at(from + count)};
            one.insert(one.begin() + at(below(one.size() + 1)), piece.begin(), piece.end());
            break;
        }
        default: { // a piece of another
            const Input& other = all_[below(all_.size())];
            const std::size_t start = below(other.size());
            const std::size_t end = std::min(other.size(), start + 1 + below(64));
            one.insert(one.begin() + at(from), other.begin() + at(start), other.begin() + at(end));
        }
        }
    }

    const std::vector<Input>& all_;
    std::mt19937_64 random_{1};
};

} // namespace

int main(int argc, char** argv) {
    const std::vector<Input> all = readAll(argc - 1, argv + 1);
    if (all.empty()) {
        std::fprintf(stderr, "no input: name folders with files in them\n");
        return 2;
    }
    for (const Input& one : all)
        LLVMFuzzerTestOneInput(one.data(), one.size());
    Varying varying{all};
    for (std::size_t i = 0; i < variations; ++i) {
        const Input one = varying.next();
        LLVMFuzzerTestOneInput(one.data(), one.size());
    }
    std::printf("%zu files and %zu variations survived\n", all.size(), variations);
    return 0;
}
