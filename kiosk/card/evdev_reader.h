// A magnetic stripe reader that pretends to be a keyboard, taken away from the keyboards.
//
// The device is grabbed, so no key of a card ever reaches a window. It may be unplugged and plugged
// again at any time. A named pipe can stand in for the device.
#pragma once

#include "kiosk/card/card_reader.h"

#include <string>
#include <thread>

namespace usher::card {

class EvdevReader final : public CardReader {
public:
    /// `path`: best one of /dev/input/by-id, which stays when devices are renumbered.
    explicit EvdevReader(std::string path);
    ~EvdevReader() override;

    void start(CardSink sink) override;
    void stop() override;

private:
    void watch();
    /// Whether to go on: false once stopped.
    bool pause(int milliseconds) const;
    void readUntilLost(int device);

    std::string path_;
    CardSink sink_;
    int wake_ = -1;
    std::thread thread_;
};

} // namespace usher::card
