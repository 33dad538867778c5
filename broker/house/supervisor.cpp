#include "broker/house/supervisor.h"

#include <systemd/sd-daemon.h>

namespace usher::house {

namespace {

/// A supervisor that does not hear is no reason to stop serving.
void say(const std::string& words) {
    (void)sd_notify(0, words.c_str());
}

} // namespace

void sayReady() {
    say("READY=1");
}
void sayAlive() {
    say("WATCHDOG=1");
}
void sayStopping() {
    say("STOPPING=1");
}
void sayStatus(const std::string& words) {
    say("STATUS=" + words);
}

} // namespace usher::house
