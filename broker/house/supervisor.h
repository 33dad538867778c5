// What the broker says to whoever started it and watches over it, as sd_notify(3) spells it.
//
// Without a NOTIFY_SOCKET in the environment nobody listens: then nothing is said, and the broker
// runs as ever.
#pragma once

#include <string>

namespace usher::house {

/// The doors are open, and there is an outlet behind them to be asked.
void sayReady();
/// From the loop that does the work, once a beat: a loop that hangs falls silent.
void sayAlive();
/// Goes down because it was told to.
void sayStopping();
/// One line for people: what `systemctl status` shows.
void sayStatus(const std::string& words);

} // namespace usher::house
