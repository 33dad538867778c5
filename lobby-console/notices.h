// What somebody should know of and that leaves no state behind: a client arrived, a call for help.
//
// An arrival is private to the lobby and goes by itself after three minutes; a call for help stays
// until somebody says it was attended to.
#pragma once

#include "lobby-console/view.h"

#include <vector>

namespace usher::lobby {

struct Arrival {
    std::string token;   ///< of the recognition
    std::string manager; ///< who looks after this client
    std::string number;  ///< once there is a ticket
    protocol::Moment at;
};

struct Help {
    protocol::DeviceId device;
    protocol::Moment at; ///< of the first unanswered call
};

class Notices {
public:
    /// Those recognised before this console was looking.
    void start(const outlet::Outlet& outlet);
    void hear(const protocol::Record& record);
    void expire(protocol::Moment now);
    /// `name`: a token or a device. Nothing happens if it is gone already.
    void dismiss(std::string_view name);

    [[nodiscard]] const std::vector<Arrival>& arrivals() const { return arrivals_; }
    [[nodiscard]] const std::vector<Help>& helps() const { return helps_; }

private:
    void arrived(const protocol::Recognition& recognition);

    std::vector<Arrival> arrivals_;
    std::vector<Help> helps_;
    std::vector<std::string> dismissed_; ///< tokens
};

} // namespace usher::lobby
