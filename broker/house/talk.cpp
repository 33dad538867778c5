#include "broker/house/talk.h"

#include "broker/client/key_file.h"

#include <poll.h>
#include <utility>

namespace usher::house {

std::variant<std::unique_ptr<Talk>, std::string> Talk::open(const std::filesystem::path& keyFile,
                                                            bool listen) {
    auto read = client::readKeyFile(keyFile.string());
    if (auto* failure = std::get_if<client::Failure>(&read))
        return failure->what;
    return std::unique_ptr<Talk>{new Talk{std::move(std::get<wire::KeyFile>(read)), listen}};
}

Talk::Talk(wire::KeyFile key, bool listen) {
    client::Options options;
    options.giveUpAfter = std::chrono::seconds{5};
    options.staffFeed = listen;
    caller_ = std::make_unique<client::Caller>(net_, std::move(key), options,
                                               static_cast<client::Listener*>(this));
}

client::Outcome Talk::ask(protocol::Command command) {
    std::optional<client::Outcome> outcome;
    caller_->ask(std::move(command), [&](client::Outcome got) { outcome = std::move(got); });
    while (!outcome) {
        pollfd ready{caller_->fd(), POLLIN, 0};
        poll(&ready, 1, -1); // the caller's own deadline rings
        caller_->pump();
    }
    return std::move(*outcome);
}

void Talk::onNews(wire::News news) {
    for (protocol::Record& record : news.records)
        heard_.push_back(std::move(record));
}

void Talk::watch(const std::function<bool(const protocol::Record&)>& each) {
    while (true) {
        pollfd ready{caller_->fd(), POLLIN, 0};
        poll(&ready, 1, -1);
        caller_->pump();
        for (const protocol::Record& record : std::exchange(heard_, {}))
            if (!each(record))
                return;
    }
}

} // namespace usher::house
