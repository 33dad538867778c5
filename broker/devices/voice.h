// What is said when a number is called.
//
// Only the words; the sound is made elsewhere. Digits of the number are written out one by one,
// because a voice reads "012" as twelve.
#pragma once

#include "broker/devices/slip.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace usher::devices {

/// "请D零一二号到5号窗口办理业务"; "Ticket D 0 1 2, please go to counter 5." Whatever in `number`
/// is neither letter nor digit is not said.
[[nodiscard]] std::string announcement(std::string_view number, std::uint32_t counterNumber,
                                       Language language);

} // namespace usher::devices
