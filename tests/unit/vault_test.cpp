#include "tests/unit/journal_fixture.h"

#include "broker/vault/devices.h"
#include "broker/vault/precautions.h"
#include "broker/vault/sodium_vault.h"

#include <gmock/gmock.h>

#include <ctime>
#include <limits>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace usher::vault {
namespace {

using journal::everythingIn;
using journal::Folder;
using journal::Loop;
using journal::put;
using protocol::DeviceId;
using protocol::Moment;
using protocol::named;
using protocol::Role;
using protocol::Secret;
using protocol::StaffId;
using protocol::StaffRole;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr PinCost cheap{1, 8192};
constexpr const char* cardsHead = "card,tier,valid_from,valid_to,client_manager\n";
constexpr const char* staffHead = "id,name,role,pin\n";
const std::string gold = "6200000000000005"; // invented
const std::string vip = "4000000000000002";  // invented
const std::string keyA(40, 'a');
const std::string keyB(40, 'b');

VaultFile opened(const std::filesystem::path& dir) {
    auto vault = VaultFile::open(dir);
    if (auto* trouble = std::get_if<Trouble>(&vault))
        throw std::runtime_error{trouble->what};
    return std::get<VaultFile>(std::move(vault));
}

protocol::Setup setupOf() {
    protocol::Setup setup;
    setup.timeZone = {"Asia/Shanghai", {{{0}, 8 * 3600}}};
    setup.tiers = {{named<protocol::TierId>("ordinary"), {}, {}, {}, {}},
                   {named<protocol::TierId>("gold"), {}, {}, {}, {}},
                   {named<protocol::TierId>("vip"), {}, {}, {}, {}}};
    return setup;
}

std::vector<std::string> texts(const std::variant<std::size_t, Problems>& result) {
    std::vector<std::string> found;
    if (const auto* problems = std::get_if<Problems>(&result))
        for (const auto& problem : *problems)
            found.push_back(toText(problem).substr(toText(problem).rfind('/') + 1));
    return found;
}

std::unique_ptr<SodiumVault> vaultIn(const std::filesystem::path& dir, Loop& loop,
                                     PinCost cost = cheap) {
    auto vault = SodiumVault::open(dir, loop.post(), cost);
    if (auto* trouble = std::get_if<Trouble>(&vault))
        throw std::runtime_error{trouble->what};
    return std::get<std::unique_ptr<SodiumVault>>(std::move(vault));
}

/// Which files below `dir` hold `bytes` somewhere.
std::vector<std::string> holders(const std::filesystem::path& dir, const std::string& bytes) {
    std::vector<std::string> found;
    for (const auto& [name, content] : everythingIn(dir))
        if (content.find(bytes) != std::string::npos)
            found.push_back(std::filesystem::path{name}.filename());
    return found;
}

TEST(Cards, AnImportedCardIsKnownWhileItIsValid) {
    const Folder folder;
    const Folder outside;
    put(outside / "cards.csv",
        cardsHead + gold + ",gold,2026-11-01,2026-11-30,\"Li, Wei\"\r\n" + vip + ",vip,,,\n");
    const auto setup = setupOf();
    {
        auto vault = opened(folder.path());
        EXPECT_EQ(std::get<std::size_t>(importCards(vault, outside / "cards.csv", &setup)), 2U);
    }
    Loop loop;
    const auto vault = vaultIn(folder.path(), loop);
    const auto first = setup.timeZone.at({20261101}, 0);
    const auto after = setup.timeZone.at({20261201}, 0);
    EXPECT_EQ(vault->look(Secret{gold}, first).tier, named<protocol::TierId>("gold"));
    EXPECT_EQ(vault->look(Secret{gold}, first).clientManager, "Li, Wei");
    EXPECT_FALSE(vault->look(Secret{gold}, {first.ms - 1}).tier);
    EXPECT_TRUE(vault->look(Secret{gold}, {after.ms - 1}).tier);
    EXPECT_FALSE(vault->look(Secret{gold}, after).tier);
    EXPECT_EQ(vault->look(Secret{vip}, after).tier, named<protocol::TierId>("vip"));
    EXPECT_FALSE(vault->look(Secret{"6200000000000013"}, first).tier);
}

TEST(Cards, TheNumberIsInNoFileAfterwards) {
    const Folder folder;
    const Folder outside;
    put(outside / "cards.csv", cardsHead + gold + ",gold,,,\n" + vip + ",vip,,,\n");
    auto vault = opened(folder.path());
    ASSERT_TRUE(
        std::holds_alternative<std::size_t>(importCards(vault, outside / "cards.csv", nullptr)));
    put(outside / "wrong.csv", cardsHead + gold + ",gold,,," + vip + "\n");
    const auto wrong = importCards(vault, outside / "wrong.csv", nullptr);
    EXPECT_THAT(texts(wrong), ElementsAre(HasSubstr("wrong.csv:2: client_manager:")));
    Loop loop;
    (void)vaultIn(folder.path(), loop)->look(Secret{gold}, {0});
    for (const auto& number : {gold, vip, gold.substr(0, 12), gold.substr(4)})
        EXPECT_THAT(holders(folder.path(), number), ElementsAre());
    put(folder / "planted.log", "a line with " + gold + " in it");
    EXPECT_THAT(holders(folder.path(), gold), ElementsAre("planted.log"));
}

TEST(Cards, EverythingWrongIsSaidAtOnceAndNoNumberRepeated) {
    const Folder folder;
    const Folder outside;
    auto vault = opened(folder.path());
    const auto setup = setupOf();
    put(outside / "good.csv", cardsHead + vip + ",vip,,,\n");
    ASSERT_TRUE(
        std::holds_alternative<std::size_t>(importCards(vault, outside / "good.csv", &setup)));
    put(outside / "bad.csv", cardsHead + gold + ",gold,,,\n" +                     // 2: good
                                 "6200000000000006,gold,,,\n" +                    // 3: check digit
                                 gold + ",platinum,,,\n" +                         // 4: twice, tier
                                 "\n" +                                            // 5: nothing
                                 "4000000000000010,vip,2026-13-01,2026-01-02,\n" + // 6: day
                                 "4000000000000028,vip,2026-02-02,2026-01-02,\n" + // 7: order
                                 gold + "\n");                                     // 8: columns
    const auto result = importCards(vault, outside / "bad.csv", &setup);
    EXPECT_THAT(texts(result),
                testing::UnorderedElementsAre(
                    HasSubstr("bad.csv:3: card: is not 12 to 19 digits"),
                    HasSubstr("bad.csv:4: card: is there already, in line 2"),
                    HasSubstr("bad.csv:4: tier:"), HasSubstr("bad.csv:6: valid_from:"),
                    HasSubstr("bad.csv:7: valid_to: comes before"),
                    HasSubstr("bad.csv:8: has 1 columns")));
    for (const auto& text : texts(result))
        EXPECT_THAT(text, Not(testing::ContainsRegex("[0-9]{6}")));
    Loop loop;
    EXPECT_TRUE(vaultIn(folder.path(), loop)->look(Secret{vip}, {0}).tier) << "it was replaced";
}

TEST(Cards, AFileOfAnotherKindIsRefused) {
    const Folder folder;
    const Folder outside;
    auto vault = opened(folder.path());
    put(outside / "staff.csv", std::string{staffHead} + "1001,Li,teller,123456\n");
    EXPECT_THAT(texts(importCards(vault, outside / "staff.csv", nullptr)),
                ElementsAre(HasSubstr("staff.csv:1: the first line must be: card,tier")));
    put(outside / "empty.csv", "");
    EXPECT_EQ(texts(importCards(vault, outside / "empty.csv", nullptr)).size(), 1U);
    EXPECT_EQ(texts(importCards(vault, outside / "none.csv", nullptr)).size(), 1U);
    EXPECT_EQ(texts(importCards(vault, outside.path(), nullptr)).size(), 1U);
}

/// Checks and waits to be told.
protocol::PinChecked checked(SodiumVault& vault, Loop& loop, std::string_view staff,
                             std::string_view pin) {
    std::optional<protocol::PinChecked> told;
    vault.check({named<StaffId>(staff), Secret{pin}, named<protocol::CounterId>("5")},
                [&](const SodiumVault::Checked& answer) { told = answer; });
    EXPECT_TRUE(loop.until([&] { return told.has_value(); }));
    return told.value_or(protocol::PinChecked{});
}

TEST(Staff, TheRightPinSignsOnAndNoOther) {
    const Folder folder;
    {
        auto vault = opened(folder.path());
        EXPECT_FALSE(setStaff(vault, named<StaffId>("1001"), "李伟", StaffRole::LobbyManager,
                              Secret{"246810"}, cheap));
        EXPECT_TRUE(setStaff(vault, named<StaffId>("1002"), "A", StaffRole::Teller, Secret{"12345"},
                             cheap));
        EXPECT_TRUE(setStaff(vault, named<StaffId>("1002"), "A", StaffRole::Teller,
                             Secret{"12345a"}, cheap));
    }
    Loop loop;
    const auto vault = vaultIn(folder.path(), loop);
    const auto right = checked(*vault, loop, "1001", "246810");
    EXPECT_TRUE(right.right);
    EXPECT_EQ(right.name, "李伟");
    EXPECT_EQ(right.role, StaffRole::LobbyManager);
    EXPECT_EQ(right.counter, named<protocol::CounterId>("5"));
    const auto wrong = checked(*vault, loop, "1001", "246811");
    EXPECT_FALSE(wrong.right);
    EXPECT_EQ(wrong.staff, named<StaffId>("1001"));
    EXPECT_EQ(wrong.name, "");
    EXPECT_FALSE(checked(*vault, loop, "1002", "246810").right);
    EXPECT_FALSE(checked(*vault, loop, "1001", "").right);
    EXPECT_THAT(holders(folder.path(), "246810"), ElementsAre());
}

TEST(Staff, ARegisterReplacesTheOneBeforeOrChangesNothing) {
    const Folder folder;
    const Folder outside;
    auto file = opened(folder.path());
    put(outside / "staff.csv",
        std::string{staffHead} + "1001,Li,teller,246810\n" + "1002,Wang,LobbyManager,135791\n");
    EXPECT_EQ(std::get<std::size_t>(importStaff(file, outside / "staff.csv", cheap)), 2U);
    put(outside / "bad.csv", std::string{staffHead} + "1003,Zhao,teller,12345\n" +
                                 "1003,Qian,boss,987654\n" + "a b,,teller,987654\n");
    const auto bad = texts(importStaff(file, outside / "bad.csv", cheap));
    EXPECT_THAT(bad, testing::UnorderedElementsAre(
                         HasSubstr("bad.csv:2: pin:"), HasSubstr("bad.csv:3: role:"),
                         HasSubstr("bad.csv:3: id: is there already, in line 2"),
                         HasSubstr("bad.csv:4: id:"), HasSubstr("bad.csv:4: name:")));
    for (const auto& text : bad)
        EXPECT_THAT(text, Not(testing::AnyOf(HasSubstr("12345"), HasSubstr("987654"))));
    Loop loop;
    const auto vault = vaultIn(folder.path(), loop);
    EXPECT_TRUE(checked(*vault, loop, "1001", "246810").right);
    put(outside / "next.csv", std::string{staffHead} + "1002,Wang,lobby-manager,135791\n");
    EXPECT_EQ(std::get<std::size_t>(importStaff(file, outside / "next.csv", cheap)), 1U);
    EXPECT_FALSE(checked(*vault, loop, "1001", "246810").right) << "no longer on the list";
    EXPECT_TRUE(checked(*vault, loop, "1002", "135791").right);
}

TEST(Staff, SomebodyUnknownTakesAsLongToTurnAway) {
    const Folder folder;
    constexpr PinCost cost{2, 32U << 20U};
    auto file = opened(folder.path());
    ASSERT_FALSE(
        setStaff(file, named<StaffId>("1001"), "Li", StaffRole::Teller, Secret{"246810"}, cost));
    Loop loop;
    const auto vault = vaultIn(folder.path(), loop, cost);
    // Work done, not time passed: the machine may be busy with other things.
    const auto work = [&](std::string_view staff) {
        const std::clock_t began = std::clock();
        EXPECT_FALSE(checked(*vault, loop, staff, "111111").right);
        return std::clock() - began;
    };
    auto known = std::numeric_limits<std::clock_t>::max();
    auto unknown = known;
    for (int i = 0; i < 5; ++i) {
        known = std::min(known, work("1001"));
        unknown = std::min(unknown, work("9999"));
    }
    EXPECT_GT(unknown, known / 2);
    EXPECT_LT(unknown, known * 2);
}

TEST(Staff, AFloodOfPinsIsNotKeptAndWhatIsNotLookedAtIsNotCalledWrong) {
    const Folder folder;
    Loop loop;
    const auto vault = vaultIn(folder.path(), loop, {1, 16U << 20U});
    int wrong = 0;
    int unseen = 0;
    for (int i = 0; i < 300; ++i)
        vault->check({named<StaffId>("1001"), Secret{"111111"}, std::nullopt},
                     [&](const SodiumVault::Checked& answer) {
                         EXPECT_FALSE(answer && answer->right);
                         ++(answer ? wrong : unseen);
                     });
    EXPECT_TRUE(loop.until([&] { return wrong + unseen == 300; }));
    EXPECT_GE(wrong, 64);
    EXPECT_GE(unseen, 200);
}

/// `usher-broker revoke K1` beside a running broker: another process, started before anything here
/// is open, since SQLite must not be carried through a fork. It waits for a word on the pipe.
class Revoker {
public:
    explicit Revoker(const std::filesystem::path& dir) {
        EXPECT_EQ(::pipe(pipe_), 0);
        child_ = fork();
        if (child_ != 0)
            return;
        char word{};
        if (read(pipe_[0], &word, 1) != 1)
            _exit(2);
        auto vault = VaultFile::open(dir);
        _exit(revoke(std::get<VaultFile>(vault), named<DeviceId>("K1")) ? 1 : 0);
    }
    void go() {
        EXPECT_EQ(write(pipe_[1], "!", 1), 1);
        int status{};
        waitpid(child_, &status, 0);
        EXPECT_EQ(status, 0);
    }

private:
    int pipe_[2]{};
    pid_t child_{};
};

TEST(Devices, AnEnrolledDeviceHasARoleUntilItIsRevoked) {
    const Folder folder;
    Revoker revoker{folder.path()};
    auto vault = opened(folder.path());
    auto list = DeviceRegister::open(folder.path());
    auto& known = std::get<DeviceRegister>(list);
    EXPECT_FALSE(known.byKey(keyA));
    EXPECT_FALSE(enrol(vault, named<DeviceId>("K1"), Role::Kiosk, keyA));
    ASSERT_TRUE(known.byKey(keyA));
    EXPECT_EQ(known.byKey(keyA)->name, named<DeviceId>("K1"));
    EXPECT_EQ(known.roleOf(named<DeviceId>("K1")), Role::Kiosk);
    EXPECT_FALSE(known.roleOf(named<DeviceId>("K2")));
    revoker.go();
    EXPECT_FALSE(known.byKey(keyA));
    EXPECT_FALSE(known.roleOf(named<DeviceId>("K1")));
}

TEST(Devices, ARoleIsLostSoonAfterItIsRevokedEvenIfNobodyConnects) {
    const Folder folder;
    auto vault = opened(folder.path());
    EXPECT_FALSE(enrol(vault, named<DeviceId>("K1"), Role::Kiosk, keyA));
    auto list = DeviceRegister::open(folder.path());
    auto& known = std::get<DeviceRegister>(list);
    EXPECT_EQ(known.roleOf(named<DeviceId>("K1")), Role::Kiosk);
    EXPECT_FALSE(revoke(vault, named<DeviceId>("K1")));
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{5};
    while (known.roleOf(named<DeviceId>("K1")) && std::chrono::steady_clock::now() < deadline)
        std::this_thread::yield();
    EXPECT_FALSE(known.roleOf(named<DeviceId>("K1")));
}

TEST(Devices, ANameIsOneDeviceAtATimeAndAKeyIsUsedOnce) {
    const Folder folder;
    auto vault = opened(folder.path());
    const auto k1 = named<DeviceId>("K1");
    EXPECT_FALSE(enrol(vault, k1, Role::Kiosk, keyA));
    EXPECT_THAT(enrol(vault, k1, Role::Kiosk, keyB)->what, HasSubstr("revoke it first"));
    EXPECT_THAT(enrol(vault, named<DeviceId>("K2"), Role::Kiosk, keyA)->what,
                HasSubstr("make a new one"));
    EXPECT_FALSE(revoke(vault, k1));
    EXPECT_TRUE(revoke(vault, k1)) << "it is gone already";
    EXPECT_TRUE(enrol(vault, k1, Role::Kiosk, keyA)) << "the old key stays revoked";
    EXPECT_FALSE(enrol(vault, k1, Role::Counter, keyB));
    EXPECT_TRUE(enrol(vault, named<DeviceId>("K3"), Role::Hall, "short"));
    EXPECT_TRUE(enrol(vault, named<DeviceId>("K3"), Role::Hall, std::string(40, '"')));
    const auto all = std::get<std::vector<Device>>(devices(vault));
    ASSERT_EQ(all.size(), 2U);
    EXPECT_TRUE(all[0].revokedAt);
    EXPECT_FALSE(all[1].revokedAt);
    EXPECT_EQ(all[1].role, Role::Counter);
}

TEST(Precautions, ACrashWritesNoMemoryDown) {
    const pid_t child = fork();
    if (child == 0)
        _exit(forbidCoreDumps() && prctl(PR_GET_DUMPABLE) == 0 ? 0 : 1);
    int status{};
    waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
}

} // namespace
} // namespace usher::vault
