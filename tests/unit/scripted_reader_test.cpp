#include "kiosk/card/scripted_reader.h"
#include "tests/support/heard_events.h"

#include <gtest/gtest.h>

namespace usher::card {
namespace {

using Words = std::vector<std::string>;

Words play(std::initializer_list<std::string_view> lines) {
    ScriptedReader reader;
    support::HeardEvents heard;
    reader.start(heard.sink());
    for (const auto line : lines)
        EXPECT_TRUE(reader.play(line)) << line;
    return heard.after(0);
}

TEST(ScriptedReader, TellsTheSameStoryAsARealOne) {
    EXPECT_EQ(play({"insert 6222000000000000129", "pull"}),
              (Words{"back", "arrived", "read 6222000000000000129", "removed"}));
    EXPECT_EQ(play({"insert 6222000000000000128", "pull", "pull"}),
              (Words{"back", "arrived", "failed NotABankCard", "removed"}));
    EXPECT_EQ(play({"bad Hostile", "insert 4000000000000002"}),
              (Words{"back", "arrived", "failed Hostile", "removed", "arrived",
                     "read 4000000000000002"}));
    EXPECT_EQ(play({"bad RemovedTooSoon"}),
              (Words{"back", "arrived", "failed RemovedTooSoon", "removed"}));
    EXPECT_EQ(play({"swipe 4000000000000002"}), (Words{"back", "read 4000000000000002"}));
}

TEST(ScriptedReader, UnpluggedItTellsNothing) {
    EXPECT_EQ(play({"bad Unreadable", "unplug", "insert 4000000000000002", "unplug", "plug"}),
              (Words{"back", "arrived", "failed Unreadable", "removed", "lost", "back"}));
}

TEST(ScriptedReader, LinesItDoesNotKnowChangeNothing) {
    ScriptedReader reader;
    support::HeardEvents heard;
    reader.start(heard.sink());
    for (const char* line :
         {"", "insert", "insert ", "swipe", "pull out", "bad", "bad luck", "eject"})
        EXPECT_FALSE(reader.play(line)) << line;
    EXPECT_EQ(heard.after(0), Words{"back"});
    reader.stop();
    EXPECT_TRUE(reader.play("swipe 4000000000000002"));
    EXPECT_EQ(heard.after(0), Words{"back"});
}

} // namespace
} // namespace usher::card
