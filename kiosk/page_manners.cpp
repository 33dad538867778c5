#include "kiosk/page_manners.h"

namespace usher::kiosk {

using namespace std::chrono_literals;
using protocol::Refusal;

namespace {

constexpr Patience::Limits forEver{};
constexpr Patience::Limits asking{40s, 20s};
constexpr Patience::Limits result{8s, 0s};
constexpr Patience::Limits resultLarge{30s, 0s};
constexpr Patience::Limits notice{20s, 0s};
constexpr Patience::Limits noticeLarge{40s, 0s};
constexpr Patience::Limits tidying{40s, 0s};

} // namespace

Patience::Limits limitsOf(Visit::State state, bool large) {
    switch (state) {
    case Visit::State::Welcome:
        return tidying;
    case Visit::State::Taking:
    case Visit::State::Printing:
        return forEver;
    case Visit::State::Ticket:
        return large ? resultLarge : result;
    case Visit::State::Troubled:
        return large ? noticeLarge : notice;
    case Visit::State::Reading:
    case Visit::State::Opening:
    case Visit::State::Choosing:
    case Visit::State::Ways:
    case Visit::State::Booking:
    case Visit::State::Shown:
    case Visit::State::PaperFailed:
    case Visit::State::Uncertain:
        return asking;
    }
    return asking;
}

bool welcomesCards(Visit::State state, Visit::Trouble trouble) {
    switch (state) {
    case Visit::State::Welcome:
    case Visit::State::Reading:
    case Visit::State::Choosing:
    case Visit::State::Ways:
    case Visit::State::Booking:
    case Visit::State::Ticket:
        return true;
    case Visit::State::Troubled:
        return trouble != Visit::Trouble::BrokerAway && trouble != Visit::Trouble::BrokerUnwell;
    case Visit::State::Opening:
    case Visit::State::Taking:
    case Visit::State::Printing:
    case Visit::State::Shown:
    case Visit::State::PaperFailed:
    case Visit::State::Uncertain:
        return false;
    }
    return false;
}

bool endsWhenRead(Visit::State state) {
    switch (state) {
    case Visit::State::Ticket:
    case Visit::State::Shown:
    case Visit::State::Uncertain:
    case Visit::State::Troubled:
        return true;
    case Visit::State::Welcome:
    case Visit::State::Reading:
    case Visit::State::Opening:
    case Visit::State::Choosing:
    case Visit::State::Ways:
    case Visit::State::Booking:
    case Visit::State::Taking:
    case Visit::State::Printing:
    case Visit::State::PaperFailed:
        return false;
    }
    return false;
}

bool leavesAWayOn(Visit::Trouble trouble) {
    switch (trouble) {
    case Visit::Trouble::CardUnreadable:
    case Visit::Trouble::NotABankCard:
    case Visit::Trouble::RemovedTooSoon:
        return true;
    case Visit::Trouble::None:
    case Visit::Trouble::Closed:
    case Visit::Trouble::HallFull:
    case Visit::Trouble::BrokerAway:
    case Visit::Trouble::BrokerUnwell:
    case Visit::Trouble::Refused:
        return false;
    }
    return false;
}

Visit::Trouble troubleOf(card::CardFailure failure) {
    switch (failure) {
    case card::CardFailure::Unreadable:
    case card::CardFailure::TooSlow:
        return Visit::Trouble::CardUnreadable;
    case card::CardFailure::NotABankCard:
    case card::CardFailure::Hostile:
        return Visit::Trouble::NotABankCard;
    case card::CardFailure::RemovedTooSoon:
        return Visit::Trouble::RemovedTooSoon;
    }
    return Visit::Trouble::CardUnreadable;
}

Visit::Trouble troubleOf(Refusal refusal) {
    return refusal == Refusal::OutletClosed  ? Visit::Trouble::Closed
           : refusal == Refusal::QueueFull   ? Visit::Trouble::HallFull
           : refusal == Refusal::Unavailable ? Visit::Trouble::BrokerUnwell
                                             : Visit::Trouble::Refused;
}

} // namespace usher::kiosk
