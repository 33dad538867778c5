// What a fuzz target is: one function that takes anything and must survive it.
//
// It may refuse, and does for nearly all there is; it may not crash, hang, or break what it says of
// what it takes. Whoever links it brings main(): libFuzzer, or replay.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace usher::fuzz {

inline std::string_view text(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// What was promised of accepted input does not hold: stop, so that the input is kept.
inline void must(bool holds, const char* promise) {
    if (holds)
        return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

} // namespace usher::fuzz
