#include "broker/devices/voice.h"

#include <gtest/gtest.h>

namespace usher::devices {
namespace {

TEST(Voice, ReadsTheNumberDigitByDigit) {
    EXPECT_EQ(announcement("D012", 5, Language::Zh), "请D零一二号到5号窗口办理业务");
    EXPECT_EQ(announcement("A300", 12, Language::Zh), "请A三零零号到12号窗口办理业务");
    EXPECT_EQ(announcement("D012", 5, Language::En), "Ticket D 0 1 2, please go to counter 5.");
}

TEST(Voice, EveryDigitHasItsName) {
    EXPECT_EQ(announcement("A0123456789", 1, Language::Zh),
              "请A零一二三四五六七八九号到1号窗口办理业务");
}

TEST(Voice, DoesNotSayWhatIsNotANumber) {
    EXPECT_EQ(announcement("<b>D-0\x1B", 5, Language::Zh), "请bD零号到5号窗口办理业务");
}

} // namespace
} // namespace usher::devices
