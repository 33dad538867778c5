// Each slip there is in a setup file: told once, with its place and what to do.
#include "tests/unit/tiny_outlet.h"

#include <gmock/gmock.h>

namespace usher::setup {
namespace {

using ::testing::ElementsAre;

struct Slip {
    const char* name;
    const char* near;
    const char* from;
    const char* to;
    const char* said;
};

class SetupSlip : public testing::TestWithParam<Slip> {};

TEST_P(SetupSlip, IsToldOnceWithItsPlaceAndItsRemedy) {
    const Slip& slip = GetParam();
    EXPECT_THAT(problemsOf(changed(slip.near, slip.from, slip.to)), ElementsAre(slip.said));
}

const Slip slips[] = {
    {"Syntax", "[outlet]", "\"Asia/Shanghai\"", "Asia/Shanghai",
     "f:4:13: not TOML: Error while parsing value: could not determine value type; mend "
     "this line first, what follows it could not be read"},
    {"UnknownKey", "id = \"gold\"", "head_start_min = 10", "head_start_min = 10\nhed_start_min = 1",
     "f:45:1: [[tier]] has an unknown key \"hed_start_min\"; did you mean \"head_start_min\"?"},
    {"UnknownTable", "[outlet]", "[policy]", "[colours]\n[policy]",
     "f:9:2: the file has an unknown key \"colours\"; known here: band, counter, group, hours, "
     "outlet, "
     "policy, series, service, tier, zone"},
    {"MissingKey", "id = \"gold\"", "target_min = 10\n", "",
     "f:41:1: [[tier]] has no \"target_min\"; add it"},
    {"WrongType", "id = \"cash\"", "cash = true", "cash = 1",
     "f:28:8: \"cash\" is a number; write true or false"},
    {"TextForNumber", "id = \"one\"", "number = 1", "number = \"1\"",
     "f:59:10: \"number\" is a text; write a whole number from 1 to 999"},
    {"DuplicateId", "[[zone]]", "id = \"loans\"", "id = \"cash\"",
     "f:30:6: service \"cash\" is there twice; rename it, or remove it: the first is in line 23"},
    {"BadId", "[outlet]", "id = \"tiny\"", "id = \"ti ny\"",
     "f:2:6: \"ti ny\" is not an id; write 1 to 31 of the characters a-z A-Z 0-9 . _ -"},
    {"UnknownGroup", "id = \"loans\"", "group = \"all\"", "group = \"al\"",
     "f:32:9: there is no group \"al\"; did you mean \"all\"?"},
    {"UnknownZone", "id = \"one\"", "zone = \"hall\"", "zone = \"hal\"",
     "f:61:8: there is no zone \"hal\"; did you mean \"hall\"?"},
    {"UnknownService", "id = \"two\"", "[\"cash\"]", "[\"cahs\"]",
     "f:69:13: there is no service \"cahs\"; did you mean \"cash\"?"},
    {"UnknownTier", "id = \"two\"", "[\"ordinary\"]", "[\"platinum\"]",
     "f:71:10: there is no tier \"platinum\"; known here: ordinary, gold"},
    {"NobodyServes", "id = \"one\"", "[[counter.takes]]", "[[counter.takes]]\nservices=[\"cash\"]",
     "f:29:1: nobody serves \"loans\" for gold; add it to the takes of a counter"},
    {"SentWhereNobodyIs", "id = \"loans\"", "zone = \"hall\"", "zone = \"self\"",
     "f:33:1: no counter of zone \"self\" takes \"loans\" for ordinary; send it to a zone that "
     "does, or add it to a counter there"},
    {"SeriesOverlap", "first = 500", "500", "499",
     "f:52:1: gives out numbers of the series in line 47; take another letter, or numbers that do "
     "not overlap"},
    {"SeriesTooLong", "first = 500", "last = 999", "last = 1000",
     "f:55:8: \"last\" is 1000; write a whole number from 1 to 999"},
    {"SeriesBackwards", "last = 499", "first = 500\nlast = 999", "first = 900\nlast = 800",
     "f:54:1: the series begins after it ends; write the smaller number in \"first\""},
    {"LetterV", "[[series]]", "\"A\"", "\"V\"",
     "f:48:10: the letter V gives the customer away; write a neutral letter, as A, H, M or T"},
    {"LetterSmall", "[[series]]", "\"A\"", "\"a\"",
     "f:48:10: \"letter\" is \"a\"; write one capital from A to Z"},
    {"ClosesFirst", "[hours]", "09:00-16:30", "16:30-09:00",
     "f:6:13: \"16:30-09:00\" closes before it opens; write the earlier time first; hours end at "
     "midnight"},
    {"TwentyFive", "[hours]", "09:00-16:30", "09:00-25:00",
     "f:6:13: \"09:00-25:00\" are no opening hours; write \"HH:MM-HH:MM\" between 00:00 and 24:00, "
     "or \"closed\""},
    {"DayMissing", "[hours]", "every_day", "monday",
     "f:5:1: [hours] says nothing of tuesday, wednesday, thursday, friday, saturday; add each, "
     "\"closed\" if it is, or \"every_day\""},
    {"BadDate", "[hours]", "2027-01-01", "2027-02-30",
     "f:8:13: \"2027-02-30\" is no date; write \"YYYY-MM-DD\""},
    {"UnknownTimeZone", "[outlet]", "Asia/Shanghai", "Asia/Atlantis",
     "f:4:13: there is no time zone \"Asia/Atlantis\"; write an IANA name this machine's tzdata "
     "knows, as \"Asia/Shanghai\""},
    {"NegativeMinutes", "id = \"gold\"", "head_start_min = 10", "head_start_min = -10",
     "f:44:18: \"head_start_min\" is out of bounds; write minutes from 0 to 240"},
    {"NotANumber", "id = \"cash\"", "4.5", "nan",
     "f:27:15: \"typical_min\" is out of bounds; write minutes from 1 to 240"},
    {"EmptyGroup", "[[group]]", "[[service]]",
     "[[group]]\nid = \"more\"\nname = { zh = \"更\", en = \"More\" }\n[[service]]",
     "f:22:1: group \"more\" has no service; put a service into it, or remove it"},
    {"EmptyZone", "[[zone]]", "[[group]]",
     "[[zone]]\nid = \"attic\"\nname = { zh = \"阁\", en = \"Attic\" }\n[[group]]",
     "f:19:1: zone \"attic\" has no counter; put a counter into it, or remove it"},
    {"NoOrdinaryTier", "id = \"ordinary\"", "head_start_min = 0", "head_start_min = 5",
     "f:36:1: the first tier is what an unknown customer is, and it has a head start; put the "
     "ordinary tier first, with head_start_min = 0"},
    {"NumberTwice", "id = \"two\"", "number = 2", "number = 1",
     "f:65:1: counter number 1 is there twice; give this counter another: the first is in line 57"},
    {"TakesNothing", "id = \"machine\"", "[[counter.takes]]\nservices = [\"cash\"]\n", "",
     "f:73:1: the counter takes nothing; add a [[counter.takes]]"},
    {"EmptyList", "id = \"two\"", "[\"ordinary\"]", "[]",
     "f:71:1: \"tiers\" lists nothing; name some, or leave the key out to take all"},
    {"DelayBeyondBound", "id = \"two\"", "after_min = 5", "after_min = 12.5",
     "f:72:1: helps out after 12.5 min, more than the overtaking bound of 10 min; write at most "
     "10, or give a tier a greater head start"},
    {"MachineWithDelay", "id = \"machine\"", "[\"cash\"]", "[\"cash\"]\nafter_min = 3",
     "f:80:1: a machine does not help out later; remove \"after_min\" or set it to 0"},
    {"MachineWithAuthoriser", "id = \"machine\"", "[\"cash\"]", "[\"loans\"]",
     "f:78:1: the machine takes \"loans\", which needs an authoriser; remove it here, or the "
     "authoriser from the service"},
    {"MachineForAll", "id = \"machine\"", "services = [\"cash\"]\n", "",
     "f:78:1: the machine takes every service; list in \"services\" what it can do"},
    {"EnglishMissing", "[[group]]", "name = { zh = \"全\", en = \"All\" }",
     "name = { zh = \"全\" }", "f:21:8: \"name\" has no \"en\"; add it"},
    {"ChineseEmpty", "[[group]]", "\"全\"", "\" \"",
     "f:21:15: \"zh\" is empty; write what customers read in this language"},
    {"UnknownClosing", "[policy]", "carry-over", "carry",
     "f:10:11: \"closing\" is \"carry\"; write \"clear\" or \"carry-over\""},
    {"AppointmentAboveVip", "[policy]", "undo_s = 8", "undo_s = 8\nappointment_min = 12.5",
     "f:12:1: a kept appointment counts for 12.5 min, but tier \"gold\", published above it, for "
     "10; write at most 10 here, or more there"},
    {"ReturningAboveAppointment", "[policy]", "undo_s = 8",
     "returning_min = 6\nappointment_min = 5",
     "f:11:1: a returning customer counts for 6 min, but a kept appointment, published above it, "
     "for 5; write at most 5 here, or more there"},
    {"CorporateAboveReturning", "id = \"loans\"", "authoriser = true",
     "authoriser = true\nhead_start_min = 11",
     "f:36:1: service \"loans\" counts for 11 min, but tier \"gold\", published above it, for 10; "
     "write at most 10 here, or more there"},
    {"DegradedAlways", "[policy]", "undo_s = 8", "degraded_below = 3",
     "f:11:1: \"degraded_below\" is 3, and only 2 counters can ever be open: all would help at "
     "once "
     "all day; write at most 2, or 0 for never"},
    {"TableForList", "[[tier]]", "tiers = [\"ordinary\"]", "tiers = \"ordinary\"",
     "f:51:9: \"tiers\" is a text; write a list of texts in quotes"},
};
INSTANTIATE_TEST_SUITE_P(Setup, SetupSlip, testing::ValuesIn(slips),
                         [](const auto& one) { return std::string{one.param.name}; });

} // namespace
} // namespace usher::setup
