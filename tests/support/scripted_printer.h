// A printer that answers as it was told to, at once and on the caller's thread.
#pragma once

#include "broker/devices/printer.h"

#include <deque>
#include <vector>

namespace usher::support {

class ScriptedPrinter : public devices::Printer {
public:
    std::deque<devices::PrinterStatus> statuses; ///< none left: ready
    std::deque<devices::PrintOutcome> outcomes;  ///< none left: Printed
    std::vector<devices::Slip> asked;            ///< every slip it was asked to print

    void check(OnReady onReady) override { onReady(next(statuses, {})); }

    void print(const devices::Slip& slip, OnOutcome onOutcome) override {
        asked.push_back(slip);
        onOutcome(next(outcomes, {devices::PrintOutcome::Result::Printed, {}, false, {}}));
    }

private:
    template <class T>
    static T next(std::deque<T>& script, T otherwise) {
        if (script.empty())
            return otherwise;
        T first = std::move(script.front());
        script.pop_front();
        return first;
    }
};

} // namespace usher::support
