#include "tests/unit/journal_fixture.h"

#include "broker/vault/devices.h"

#include <gmock/gmock.h>

#include <sys/stat.h>

namespace usher::vault {
namespace {

using journal::contentOf;
using journal::Folder;
using journal::put;
using protocol::DeviceId;
using protocol::named;
using testing::HasSubstr;

VaultFile opened(const std::filesystem::path& dir) {
    auto vault = VaultFile::open(dir);
    if (auto* trouble = std::get_if<Trouble>(&vault))
        throw std::runtime_error{trouble->what};
    return std::get<VaultFile>(std::move(vault));
}

TEST(VaultFile, IsReadableByItsOwnerAloneAndNotWithoutItsKey) {
    const Folder folder;
    const auto dir = folder / "data";
    { (void)opened(dir); }
    const auto mode = [&](const std::filesystem::path& path) {
        struct stat about {};
        EXPECT_EQ(stat(path.c_str(), &about), 0) << path;
        return about.st_mode & 0777U;
    };
    EXPECT_EQ(mode(dir), 0700U);
    EXPECT_EQ(mode(dir / "vault.db"), 0600U);
    EXPECT_EQ(mode(dir / "vault.key"), 0600U);
    EXPECT_EQ(contentOf(dir / "vault.key").size(), 32U);
    std::filesystem::permissions(dir / "vault.key", std::filesystem::perms{0644});
    EXPECT_TRUE(std::holds_alternative<Trouble>(VaultFile::open(dir)));
    std::filesystem::remove(dir / "vault.key");
    EXPECT_TRUE(std::holds_alternative<Trouble>(VaultFile::open(dir)));
    EXPECT_FALSE(std::filesystem::exists(dir / "vault.key"));
}

TEST(VaultFile, WhatIsNoVaultIsRefusedAndLeftAlone) {
    const Folder folder;
    { (void)opened(folder.path()); }
    put(folder / "vault.db", std::string(9000, 'x'));
    const auto refused = VaultFile::open(folder.path());
    ASSERT_TRUE(std::holds_alternative<Trouble>(refused));
    EXPECT_THAT(std::get<Trouble>(refused).what,
                testing::AllOf(HasSubstr((folder / "vault.db").string()), HasSubstr("copy")));
    EXPECT_EQ(contentOf(folder / "vault.db"), std::string(9000, 'x'));
}

TEST(VaultFile, IsWholeByItselfOnceItsWriterIsDone) {
    const Folder folder;
    { (void)opened(folder.path()); }
    const auto running = DeviceRegister::open(folder.path()); // or whoever goes last would tidy up
    {
        auto vault = opened(folder.path());
        EXPECT_FALSE(
            enrol(vault, named<DeviceId>("K1"), protocol::Role::Kiosk, std::string(40, 'a')));
        EXPECT_FALSE(revoke(vault, named<DeviceId>("K1")));
    }
    const Folder copy;
    for (const char* name : {"vault.db", "vault.key"})
        std::filesystem::copy_file(folder / name, copy / name);
    auto vault = opened(copy.path());
    const auto all = std::get<std::vector<Device>>(devices(vault));
    ASSERT_EQ(all.size(), 1U);
    EXPECT_TRUE(all.front().revokedAt);
}

} // namespace
} // namespace usher::vault
