// The pages that commands write: whether they can is asked first, and what stands on them.
#include "broker/sim/page.h"
#include "broker/sim/verdicts.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>

namespace usher::sim {

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

class PageTest : public testing::Test {
protected:
    PageTest() { fs::create_directory(folder); }
    ~PageTest() override { fs::remove_all(folder); }

    fs::path folder = fs::temp_directory_path() / ("usher-page-" + std::to_string(getpid()));
};

TEST_F(PageTest, AFolderThatIsNotThereIsMadeAndNothingLeftInIt) {
    const fs::path page = folder / "new" / "page.md";
    EXPECT_TRUE(canWrite(page));
    EXPECT_TRUE(fs::is_empty(folder / "new"));
    EXPECT_TRUE(written(page, "text"));
    EXPECT_TRUE(canWrite(page));
    EXPECT_EQ(fs::file_size(page), 4U) << "what is there stays until there is something new";
}

TEST_F(PageTest, WhereAFileIsInTheWayItIsSaidBeforeTheWork) {
    std::ofstream{folder / "file"} << "in the way";
    EXPECT_FALSE(canWrite(folder / "file" / "page.md"));
    EXPECT_FALSE(canWrite(folder));
}

std::string pageOf(const Row& row) {
    Verdict verdict{&row, 1000, 20, {}};
    for (const Claim& claim : row.claims)
        verdict.comparisons.push_back(compare(claim, {claim.value, .01}, 1000, .01));
    return toPage({verdict}, "usher-sim validate");
}

TEST(VerdictsPage, SaysWhoseWaitsStandInACellAndWhereTheReferenceIsFrom) {
    const auto reading =
        readReference(fs::path{USHER_SOURCE_DIR} / "tests/queueing/reference.json");
    std::string all;
    std::string group;
    for (const Row& row : std::get<Reference>(reading).rows) {
        if (row.group == group)
            continue;
        group = row.group;
        const std::string page = pageOf(row);
        EXPECT_THAT(page, Not(HasSubstr("As the file says"))) << group;
        all += page;
    }
    EXPECT_THAT(all, HasSubstr("In a cell: *class 1 / class 2 / all*."));
    EXPECT_THAT(all, HasSubstr("(`edd_general_service_simulated`)\n\n**Simulated**"));
    EXPECT_THAT(all, HasSubstr("(`mmc`)\n\nFormulas: Erlang's C.\n\n"));
}

} // namespace

} // namespace usher::sim
