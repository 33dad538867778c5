// What the lobby should know about this kiosk's own machines: said once, when it changes.
//
// What did not reach the broker is said again when the line is back.
#pragma once

#include "broker/link/link.h"

#include <map>

namespace usher::kiosk {

class Parts : public QObject {
    Q_OBJECT
public:
    explicit Parts(link::Link& link, QObject* parent = nullptr);

    /// `detail` in the plain words of a report: "paper low", "cover open", or empty.
    void report(const std::string& part, bool up, const std::string& detail);

private:
    struct Known {
        bool up{};
        std::string detail;
        bool said{};
    };

    void say(const std::string& part);
    void sayAgain();

    link::Link& link_;
    std::map<std::string, Known> parts_;
};

} // namespace usher::kiosk
