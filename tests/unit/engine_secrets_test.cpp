// What a PIN and a card become on their way through the engine: a decision in its turn, and a
// token.
#include "broker/protocol/limits.h"
#include "tests/unit/engine_fixture.h"

#include <gmock/gmock.h>

namespace usher::engine {
namespace {

using testing::IsEmpty;

TEST_F(EngineTest, APinIsCheckedOutsideAndTheAnswerDecidesInItsTurn) {
    const ReplyTo wrong = signOn("0000");
    const ReplyTo ticket = take(); // not held up by the check
    journal.finish();
    EXPECT_TRUE(answered(ticket));
    vault.finish();
    journal.finish();
    EXPECT_TRUE(refused(wrong, Refusal::WrongPin));
    EXPECT_TRUE(std::holds_alternative<SignOnFailed>(journal.records.back().event));
    const ReplyTo right = signOn("1234");
    vault.finish();
    journal.finish();
    const auto& on = std::get<SignedOn>(std::get<Answer>(reply(right)));
    EXPECT_EQ(on.name, "Wang");
    EXPECT_EQ(on.counter, named<CounterId>("C1"));
}

TEST_F(EngineTest, APinThatCannotBeLookedAtIsNeitherRightNorWrongAndMayBeAskedAgain) {
    vault.busy = true;
    const ReplyTo unseen = signOn("1234");
    vault.finish();
    EXPECT_TRUE(refused(unseen, Refusal::Unavailable));
    EXPECT_FALSE(journal.recall(outbox.ids[unseen]));
    vault.busy = false;
    const ReplyTo again = signOn("1234");
    vault.finish();
    journal.finish();
    EXPECT_TRUE(answered(again));
    for (const Record& record : journal.records)
        EXPECT_FALSE(std::holds_alternative<SignOnFailed>(record.event));
}

TEST_F(EngineTest, ALockedOutPinIsNotEvenChecked) {
    for (std::uint32_t i = 0; i < pinTriesMax; ++i) {
        signOn("0000");
        vault.finish();
        journal.finish();
    }
    const ReplyTo locked = signOn("1234");
    EXPECT_THAT(vault.checks, IsEmpty());
    journal.finish();
    EXPECT_TRUE(refused(locked, Refusal::LockedOut));
    clock.time = clock.time + Millis{pinLockMs};
    signOn("1234");
    EXPECT_EQ(vault.checks.size(), 1U);
}

TEST_F(EngineTest, ACardBecomesATokenAndTheTokenATier) {
    const ReplyTo known = ask("kiosk", Role::Kiosk, IdentifyCard{Secret{"6200000000000005"}});
    const ReplyTo unknown = ask("kiosk", Role::Kiosk, IdentifyCard{Secret{"6200000000000013"}});
    journal.finish();
    journal.finish();
    EXPECT_TRUE(std::holds_alternative<Greeting>(std::get<Answer>(reply(unknown))));
    const std::string token = std::get<Greeting>(std::get<Answer>(reply(known))).recognition;
    const ReplyTo to =
        ask("kiosk", Role::Kiosk, TakeTicket{named<ServiceId>("cash"), token, false, Paper::Shown});
    journal.finish();
    EXPECT_EQ(number(to), "B001");
}

} // namespace
} // namespace usher::engine
