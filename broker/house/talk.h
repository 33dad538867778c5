// One question, one answer: the administrator's line to a running broker.
#pragma once

#include "broker/client/caller.h"

#include <filesystem>
#include <functional>

namespace usher::house {

class Talk : private client::Listener {
public:
    /// A sentence if the key file cannot be used.
    static std::variant<std::unique_ptr<Talk>, std::string>
    open(const std::filesystem::path& keyFile, bool listen);

    /// Waits for the answer, for 5 s at most.
    [[nodiscard]] client::Outcome ask(protocol::Command command);
    /// Every record from now on, until `each` says false.
    void watch(const std::function<bool(const protocol::Record&)>& each);

private:
    Talk(wire::KeyFile key, bool listen);
    void onNews(wire::News news) override;
    void onBeat(protocol::Beat) override {}
    void onBoard(protocol::Board) override {}
    void onConnection(client::Connection) override {}

    client::Net net_{64};
    std::unique_ptr<client::Caller> caller_;
    std::vector<protocol::Record> heard_;
};

} // namespace usher::house
