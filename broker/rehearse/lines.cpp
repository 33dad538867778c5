#include "broker/rehearse/lines.h"

#include "broker/client/key_file.h"
#include "broker/protocol/access.h"

#include <algorithm>
#include <iostream>
#include <poll.h>

namespace usher::rehearse {

using namespace protocol;

Lines::Lines(std::filesystem::path keys, const std::filesystem::path& acknowledged)
    : keys_{std::move(keys)} {
    if (!acknowledged.empty())
        acknowledged_.open(acknowledged, std::ios::app);
}

Lines::~Lines() = default;

namespace {

std::optional<wire::KeyFile> readKey(const std::filesystem::path& keys, const DeviceId& device) {
    auto read = client::readKeyFile((keys / (device.str() + ".json")).string());
    if (auto* file = std::get_if<wire::KeyFile>(&read))
        return std::move(*file);
    std::cerr << std::get<client::Failure>(read).what << '\n';
    return std::nullopt;
}

} // namespace

bool Lines::open(const DeviceId& device) {
    auto key = readKey(keys_, device);
    if (!key)
        return false;
    client::Options options;
    options.giveUpAfter = client::Options::forEver;
    callers_[device] = std::make_unique<client::Caller>(net_, std::move(*key), options, nullptr);
    return true;
}

bool Lines::listen(const DeviceId& device, Task changed) {
    auto key = readKey(keys_, device);
    if (!key)
        return false;
    client::Options options;
    options.giveUpAfter = client::Options::forEver;
    options.staffFeed = true;
    changed_ = std::move(changed);
    client::Listener* self = this;
    ear_ = std::make_unique<client::Caller>(net_, std::move(*key), options, self);
    follow(replica_.begin());
    return true;
}

void Lines::keep(const CommandId& id, std::string_view what, const client::Outcome& outcome) {
    ++answered_;
    if (std::holds_alternative<Refusal>(outcome)) {
        ++refused_;
        return;
    }
    const auto* answer = std::get_if<Answer>(&outcome);
    const auto* issued = answer != nullptr ? std::get_if<TicketIssued>(answer) : nullptr;
    acknowledged_ << toHex(id) << ',' << what << ',';
    if (issued != nullptr)
        acknowledged_ << issued->ticket.value;
    acknowledged_ << ',' << (issued != nullptr ? issued->number : "") << '\n' << std::flush;
}

void Lines::ask(const DeviceId& device, Command command, Told told) {
    const std::size_t index = command.index();
    const bool question = isQuestion(command);
    auto id = std::make_shared<CommandId>();
    *id = callers_.at(device)->ask(
        std::move(command),
        [this, id, index, question, told = std::move(told)](const client::Outcome& outcome) {
            if (!question)
                keep(*id, commandName(index), outcome);
            if (told)
                told(outcome);
        });
}

void Lines::at(Moment moment, Task task) {
    due_.emplace(moment, std::move(task));
}

Moment Lines::now() const {
    if (!replica_.beat())
        return {};
    const std::chrono::duration<double, std::milli> since = Real::now() - beatAt_;
    return replica_.beat()->now +
           Millis{static_cast<std::int64_t>(since.count() * replica_.beat()->speed)};
}

void Lines::onNews(wire::News news) {
    follow(replica_.take(news.epoch, news.records));
    if (replica_.whole())
        changed_();
}

void Lines::onBeat(Beat beat) {
    beatAt_ = Real::now();
    follow(replica_.take(beat));
}

void Lines::onConnection(client::Connection connection) {
    if (connection == client::Connection::Connected && !replica_.whole())
        follow(replica_.begin());
}

void Lines::follow(replica::NextAction action) {
    if (action != replica::NextAction::AskSnapshot || asked_)
        return;
    asked_ = true;
    ear_->ask(GetSnapshot{}, [this](client::Outcome outcome) {
        asked_ = false;
        auto* answer = std::get_if<Answer>(&outcome);
        auto* picture = answer != nullptr ? std::get_if<StaffPicture>(answer) : nullptr;
        follow(picture != nullptr ? replica_.take(std::move(*picture)) : replica_.begin());
        if (replica_.whole())
            changed_();
    });
}

void Lines::runDue() {
    if (!ready())
        return;
    while (!due_.empty() && due_.begin()->first <= now()) {
        const Task task = std::move(due_.begin()->second);
        due_.erase(due_.begin());
        task();
    }
}

int Lines::untilNext() const {
    constexpr int longest = 200;
    if (due_.empty() || !ready())
        return longest;
    const double outletMs = static_cast<double>((due_.begin()->first - now()).count());
    return std::clamp(static_cast<int>(outletMs / replica_.beat()->speed), 0, longest);
}

std::size_t Lines::unanswered() const {
    std::size_t all = 0;
    for (const auto& [device, caller] : callers_)
        all += caller->unanswered();
    return all;
}

bool Lines::run(const std::function<bool()>& done, std::chrono::milliseconds realTime) {
    const auto end = Real::now() + realTime;
    std::vector<client::Caller*> all;
    if (ear_)
        all.push_back(ear_.get());
    for (const auto& [device, caller] : callers_)
        all.push_back(caller.get());
    std::vector<pollfd> fds;
    for (client::Caller* caller : all)
        fds.push_back({caller->fd(), POLLIN, 0});
    while (!done()) {
        if (Real::now() >= end)
            return false;
        poll(fds.data(), fds.size(), untilNext());
        for (std::size_t i = 0; i < fds.size(); ++i)
            if (fds[i].revents != 0)
                all[i]->pump();
        runDue();
    }
    return true;
}

} // namespace usher::rehearse
