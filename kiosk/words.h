// From the broker's values to what a screen may bind to: a language's words, minutes to wait.
#pragma once

#include "broker/protocol/setup.h"

#include <QString>

namespace usher::kiosk {

[[nodiscard]] inline QString wordsOf(const protocol::Text& text, const QString& language) {
    return QString::fromStdString(language == QLatin1String("zh") ? text.zh : text.en);
}

/// Rounded up; -1 if unknown.
[[nodiscard]] inline int minutesOf(protocol::Millis span) {
    return span.count() < 0
               ? -1
               : static_cast<int>(std::chrono::ceil<std::chrono::minutes>(span).count());
}

} // namespace usher::kiosk
