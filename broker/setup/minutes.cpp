#include "broker/setup/minutes.h"

#include <cstdio>

namespace usher::setup {

std::string minutesOf(protocol::Millis span) {
    char text[32];
    std::snprintf(text, sizeof text, "%g", static_cast<double>(span.count()) / 60'000.0);
    return text;
}

} // namespace usher::setup
