// The journal on a disk that fails, lies and loses its power: every scene of scenes.h, played
// short.
#include "tests/faults/faulty_vfs.h"
#include "tests/faults/scenes.h"

#include <gtest/gtest.h>

#include <future>

namespace usher::faults {

/// As GoogleTest wants it called.
void PrintTo(const Scene& scene, std::ostream* out) {
    *out << scene.name;
}

namespace {

class JournalFaults : public testing::TestWithParam<Scene> {};
class PlantedFaults : public testing::TestWithParam<Scene> {};

/// Every fifth step, and of the faults some.
Pains shortPains() {
    return {{1, 5, 300}, 1, 36};
}

TEST_P(JournalFaults, NothingAcknowledgedIsLost) {
    ASSERT_TRUE(installFaultyVfs());
    const Tally tally = GetParam().play(shortPains());
    for (const auto& complaint : tally.complaints)
        ADD_FAILURE() << complaint;
    EXPECT_GT(tally.states, 0U) << "nothing came of it";
    std::printf("%s: %zu ends of %zu steps, %zu lived on, %zu faults\n", GetParam().name,
                tally.states, tally.steps, tally.lives, tally.trials);
}

TEST_P(PlantedFaults, IsCaught) {
    ASSERT_TRUE(installFaultyVfs());
    EXPECT_FALSE(GetParam().play(shortPains()).complaints.empty());
}

std::string nameOf(const testing::TestParamInfo<Scene>& scene) {
    std::string name = scene.param.name;
    std::erase(name, '-');
    return name;
}

INSTANTIATE_TEST_SUITE_P(All, JournalFaults, testing::ValuesIn(scenes().begin(), scenes().end()),
                         nameOf);
INSTANTIATE_TEST_SUITE_P(All, PlantedFaults, testing::ValuesIn(plants().begin(), plants().end()),
                         nameOf);

TEST(SlowDisk, NobodyIsToldBeforeASyncIsBackAndReadingGoesOn) {
    ASSERT_TRUE(installFaultyVfs());
    const Folder folder;
    auto& drive = Drive::the();
    drive.watch(folder.path());
    auto opened = Session::open(folder.path());
    ASSERT_TRUE(std::holds_alternative<std::unique_ptr<Session>>(opened));
    auto& session = *std::get<std::unique_ptr<Session>>(opened);
    world::Dice dice{1, 1};
    const auto first = makeBatch(0, 1, 5, dice);
    ASSERT_TRUE(session.commit(first).well);

    std::promise<Session::Told> told;
    auto hears = told.get_future();
    const auto second = makeBatch(first.records.size(), 2, 5, dice);
    drive.holdSyncs();
    session.begin(second, [&](Session::Told said) { told.set_value(said); });
    drive.awaitHeld();
    EXPECT_EQ(hears.wait_for(std::chrono::seconds{0}), std::future_status::timeout);
    EXPECT_EQ(std::get<Content>(session.read()), with({}, first)) << "what is durable can be read";
    drive.letGo();
    EXPECT_TRUE(hears.get().well);
    EXPECT_EQ(std::get<Content>(session.read()), with(with({}, first), second));
    drive.stopWatching();
}

TEST(FailedSync, OfTheFileIsSaidUntilTheNextStart) {
    ASSERT_TRUE(installFaultyVfs());
    const Folder folder;
    auto& drive = Drive::the();
    drive.watch(folder.path());
    const auto open = [&] {
        auto opened = Session::open(folder.path(), {8, 8}); // moved on the disk's thread
        return std::get<std::unique_ptr<Session>>(std::move(opened));
    };
    auto session = open();
    world::Dice dice{1, 1};
    Content content;
    for (std::uint64_t n = 1; n <= 20 && !session->logLeftAlone(); ++n) {
        drive.plan({Act::Sync, 1, false, Manner::Error, journal::journalName});
        auto batch = makeBatch(content.records.size(), n, 5, dice);
        content = with(content, batch);
        EXPECT_TRUE(session->commit(std::move(batch)).well) << "the log has it";
    }
    EXPECT_TRUE(session->logLeftAlone());
    drive.mend();
    session.reset();
    session = open();
    EXPECT_FALSE(session->logLeftAlone());
    EXPECT_EQ(std::get<Content>(session->read()), content);
    drive.stopWatching();
}

} // namespace
} // namespace usher::faults
