#include "tests/simulation/plant.h"

#include <array>

namespace usher::world {

namespace {

constexpr std::array<Planted, 18> all{{
    {Plant::AckBeforeSync, "ack-before-sync", "the journal says done before the disk has synced"},
    {Plant::LyingDrive, "lying-drive", "the drive sometimes says synced and has not"},
    {Plant::TornTailBelieved, "torn-tail-believed",
     "what is readable of a torn transaction counts after a crash"},
    {Plant::FailedYetWritten, "failed-yet-written",
     "a commit that was called failed stays on the disk"},
    {Plant::SaidBeforeCommit, "said-before-commit", "events go out as they are decided"},
    {Plant::AnswersForgotten, "answers-forgotten",
     "a restart forgets which commands were answered"},
    {Plant::NewIdOnRetry, "new-id-on-retry", "a client asks again under another id"},
    {Plant::RepliesSwapped, "replies-swapped", "a reply goes to the device that asked last"},
    {Plant::GapIgnored, "gap-ignored", "a listener goes on after a gap as if there were none"},
    {Plant::DoubleCounted, "double-counted",
     "a listener counts a ticket again that it hears twice"},
    {Plant::WrongHeadStart, "wrong-head-start", "one tier's head start is read as twice as long"},
    {Plant::SeniorityLost, "seniority-lost", "who is on hold has just arrived, after a restart"},
    {Plant::DroppedAtMidnight, "dropped-at-midnight",
     "who was carried over from yesterday is gone after a restart"},
    {Plant::NumbersStartAgain, "numbers-start-again", "a restart begins the day's numbers anew"},
    {Plant::CalledTwice, "called-twice", "a restart puts who is being called back into the line"},
    {Plant::BoardLeaksTier, "board-leaks-tier", "the hall's board names the tier of who is called"},
    {Plant::CardInClear, "card-in-clear", "the card's number is noted for the client manager"},
    {Plant::WrongReason, "wrong-reason", "a call's record leaves out one of those who were passed"},
}};

} // namespace

std::span<const Planted> allPlants() {
    return all;
}

std::optional<Plant> plantNamed(std::string_view name) {
    for (const Planted& one : all)
        if (one.name == name)
            return one.plant;
    return std::nullopt;
}

} // namespace usher::world
