// The chip card readers of this machine, watched over PC/SC.
//
// All readers whose name fits are watched, and one card at a time is read: at once, alone, and in
// at most `patience` from power to number. Readers may come and go, and pcscd may be restarted; the
// watch goes on by itself.
#pragma once

#include "kiosk/card/card_reader.h"

#include <chrono>
#include <memory>
#include <string>
#include <thread>

namespace usher::card {

class PcscReader final : public CardReader {
public:
    struct Options {
        std::string nameHas; ///< watch only readers with this in their name; empty: all
        std::chrono::milliseconds patience{3000};
    };

    PcscReader();
    explicit PcscReader(Options options);
    ~PcscReader() override;

    void start(CardSink sink) override;
    /// Does not wait for a chip that hangs: its talk is given up and ends by itself.
    void stop() override;

private:
    class Watch;

    Options options_;
    std::unique_ptr<Watch> watch_;
    std::thread thread_;
};

} // namespace usher::card
