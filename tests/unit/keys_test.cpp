#include "broker/client/key_file.h"
#include "broker/transport/keys.h"
#include "tests/support/folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sys/stat.h>

namespace usher::transport {
namespace {

namespace fs = std::filesystem;

class Keys : public testing::Test {
protected:
    [[nodiscard]] std::string path(const char* name) const { return (folder / name).string(); }
    static wire::KeyFile keyFile() {
        const KeyPair pair = newKeyPair();
        return {protocol::named<protocol::DeviceId>("kiosk-1"),
                protocol::Role::Kiosk,
                "tcp://127.0.0.1:7001",
                "tcp://127.0.0.1:7002",
                "tcp://127.0.0.1:7003",
                newKeyPair().publicKey,
                pair.publicKey,
                pair.secretKey};
    }

    test::Folder folder;
};

TEST_F(Keys, APairBelongsTogetherAndNoTwoAreTheSame) {
    const KeyPair one = newKeyPair(), other = newKeyPair();
    EXPECT_EQ(one.publicKey.size(), 40U);
    EXPECT_EQ(publicKeyOf(one.secretKey), one.publicKey);
    EXPECT_NE(one.secretKey, other.secretKey);
    EXPECT_FALSE(publicKeyOf("short"));
    EXPECT_FALSE(publicKeyOf(std::string(40, ' ')));
}

TEST_F(Keys, TheManualsExamplesArePairsAndRefused) {
    for (const auto& [publicKey, secretKey] :
         {std::pair{"Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hID",
                    "D:)Q[IlAW!ahhC2ac:9*A}h:p?([4%wOTJ%JR%cs"},
          std::pair{"rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7",
                    "JTKVSB%%)wK0E.X)V>+}o?pNmC{O&4W4b!Ni{Lh6"}}) {
        EXPECT_EQ(publicKeyOf(secretKey), publicKey);
        EXPECT_TRUE(isPublished(publicKey) && isPublished(secretKey));
        ASSERT_FALSE(writePrivate(path("broker.key"), secretKey));
        EXPECT_TRUE(std::holds_alternative<Failure>(brokerKeys(path("broker.key"))));
    }
    EXPECT_FALSE(isPublished(newKeyPair().publicKey));
}

TEST_F(Keys, APrivateFileIsForItsOwnerAndReplacedWhole) {
    ASSERT_FALSE(writePrivate(path("a"), "first and longer"));
    ASSERT_FALSE(writePrivate(path("a"), "second"));
    struct stat about {};
    ASSERT_EQ(::stat(path("a").c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777, 0600U);
    EXPECT_EQ(std::get<std::string>(readPrivate(path("a"))), "second");
    EXPECT_EQ(std::distance(fs::directory_iterator{folder.path()}, {}), 1)
        << "a temporary file is left";
    fs::permissions(path("a"), fs::perms::group_read, fs::perm_options::add);
    EXPECT_TRUE(std::holds_alternative<Failure>(readPrivate(path("a"))));
    EXPECT_TRUE(writePrivate(path("no/such/folder"), "x"));
    EXPECT_TRUE(std::holds_alternative<Failure>(readPrivate(path("b"))));
}

TEST_F(Keys, TheBrokerKeepsItsPairAcrossStarts) {
    const auto first = brokerKeys(path("broker.key"));
    const auto second = brokerKeys(path("broker.key"));
    ASSERT_TRUE(std::holds_alternative<KeyPair>(first) && std::holds_alternative<KeyPair>(second));
    EXPECT_EQ(std::get<KeyPair>(first).secretKey, std::get<KeyPair>(second).secretKey);
    EXPECT_EQ(std::get<KeyPair>(first).publicKey, std::get<KeyPair>(second).publicKey);
    ASSERT_FALSE(writePrivate(path("broker.key"), "not a key"));
    EXPECT_TRUE(std::holds_alternative<Failure>(brokerKeys(path("broker.key"))));
}

TEST_F(Keys, ADeviceReadsTheKeyFileItWasGiven) {
    const wire::KeyFile given = keyFile();
    ASSERT_FALSE(writeKeyFile(path("kiosk-1.json"), given));
    const auto read = client::readKeyFile(path("kiosk-1.json"));
    ASSERT_TRUE(std::holds_alternative<wire::KeyFile>(read));
    EXPECT_EQ(std::get<wire::KeyFile>(read).secretKey, given.secretKey);
    EXPECT_EQ(std::get<wire::KeyFile>(read).role, given.role);
    EXPECT_TRUE(std::holds_alternative<wire::KeyFile>(readKeyFile(path("kiosk-1.json"))));

    fs::permissions(path("kiosk-1.json"), fs::perms::others_read, fs::perm_options::add);
    EXPECT_TRUE(std::holds_alternative<client::Failure>(client::readKeyFile(path("kiosk-1.json"))));
    ASSERT_FALSE(writePrivate(path("odd.json"), R"({"v":1,"name":"x"})"));
    EXPECT_TRUE(std::holds_alternative<client::Failure>(client::readKeyFile(path("odd.json"))));
    wire::KeyFile mixed = given;
    mixed.publicKey = newKeyPair().publicKey;
    ASSERT_FALSE(writeKeyFile(path("mixed.json"), mixed));
    EXPECT_TRUE(std::holds_alternative<Failure>(readKeyFile(path("mixed.json"))));
}

} // namespace
} // namespace usher::transport
