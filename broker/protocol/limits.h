// Every bound on what comes from outside, in one place. Each has its Refusal.
#pragma once

#include "broker/protocol/moment.h"

#include <cstddef>
#include <cstdint>

namespace usher::protocol {

inline constexpr int protocolVersion = 1;           ///< Refusal::UnsupportedVersion
inline constexpr std::size_t frameBytesMax = 65536; ///< Refusal::TooLarge; larger ones never arrive
inline constexpr std::size_t nestingMax = 16;       ///< Refusal::Malformed
inline constexpr std::size_t reasonBytesMax = 200;  ///< Refusal::ReasonTooLong
inline constexpr std::size_t passedRecordedMax = 16; ///< names kept in a decision record
inline constexpr std::size_t eligibleRecordedMax = 16;
inline constexpr std::uint32_t overrideMinutesMax = 1440; ///< Refusal::Malformed
inline constexpr std::size_t overrideTakesMax = 64;       ///< Refusal::Malformed
inline constexpr std::size_t boardCallsMax = 12;          ///< calls the hall display can show
inline constexpr std::size_t appointmentsMax = 5'000;     ///< Refusal::BookFull
inline constexpr std::size_t partsMax = 16;               ///< of a device; Refusal::TooMany
inline constexpr std::size_t recognitionsMax = 2'000;     ///< without a ticket, in a day; TooMany
inline constexpr std::size_t recognitionsMinuteMax = 60;  ///< the same in a minute; TooMany
inline constexpr std::uint32_t pinTriesMax = 5; ///< of a person at a device; Refusal::LockedOut
inline constexpr std::uint32_t pinTriesOfAllMax = 10; ///< of everybody at a device; the same
inline constexpr std::int64_t pinLockMs = 300'000;
inline constexpr std::int64_t answersKeptMs = 86'400'000; ///< idempotence: at least a day
inline constexpr std::size_t refusalsKept = 50'000; ///< of all devices; older ones are decided anew
inline constexpr std::int64_t beatMs = 1000;        ///< real time between two beats of a feed
inline constexpr std::int64_t staleMs = 3000; ///< real time after which a picture must look old
inline constexpr std::int64_t endedKeptMs = 3'600'000; ///< ended tickets stay in the picture
inline constexpr std::size_t changesMax = 16; ///< of one what-if; Refusal::Malformed, as below
inline constexpr Millis headStartMax{86'400'000};
inline constexpr std::uint32_t arrivalsPercentMax = 1000;

} // namespace usher::protocol
