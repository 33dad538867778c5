#include "tests/simulation/device.h"

#include "tests/simulation/checks.h"

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>

namespace usher::world {

using namespace protocol;
using std::chrono::milliseconds;

namespace {

// As client::Options has them.
constexpr milliseconds firstRepeat{1'000};
constexpr milliseconds longestRepeat{8'000};
constexpr milliseconds pingEvery{1'000};
constexpr milliseconds lostAfter{3'000};

/// An empty frame stands for a ping.
const std::string ping;

} // namespace

Line::Line(Nature& nature, Network& network, Checks& checks, std::size_t index,
           const Device& device, Door door)
    : nature_{nature}, network_{network}, checks_{checks}, index_{index}, device_{device},
      door_{std::move(door)}, dice_{nature.dice(Part::Device, index)} {
    beat(life_);
}

void Line::ask(Command command, Done done, client::Span giveUpAfter) {
    const CommandId id{dice_.bits(), dice_.bits()};
    const std::string name{commandName(command.index())};
    const bool question = isQuestion(command);
    const std::uint64_t wish = checks_.wished();
    checks_.asking(device_, id, wish, name, question);
    if (!question)
        nature_.tell(device_.id.str() + " asks " + name + " " + toHex(id).substr(0, 8));
    asked_.push_back({id, wish, name, wire::encode(wire::Ask{id, std::move(command)}),
                      std::move(done),
                      client::Retry{now(), {firstRepeat, longestRepeat}, giveUpAfter}});
    send(asked_.back());
}

void Line::send(const Pending& one) {
    network_.carry(index_, [this, frame = one.frame] { door_(index_, frame); });
}

void Line::replay(const std::string& frame) {
    nature_.count("mistake: somebody else's command replayed");
    network_.carry(index_, [this, frame] { door_(index_, frame); });
}

void Line::repeat(Pending& one) {
    nature_.count("asked again");
    if (nature_.plant == Plant::NewIdOnRetry && !one.name.starts_with("Get")) {
        const auto at = one.frame.find(toHex(one.id));
        one.id = {dice_.bits(), dice_.bits()};
        one.frame.replace(at, 32, toHex(one.id));
        checks_.asking(device_, one.id, one.wish, one.name, false);
    }
    send(one);
}

void Line::hearPong() {
    heard_ = now();
    if (std::exchange(connected_, true))
        return;
    for (Pending& one : asked_) {
        send(one);
        one.retry.restart(now());
    }
    if (onConnected)
        onConnected();
}

void Line::hear(const std::string& frame) {
    hearPong();
    auto decoded = wire::decodeTold(frame);
    auto* told = std::get_if<wire::Told>(&decoded);
    if (told == nullptr)
        throw Violation{"wire", "a reply cannot be read: " + frame};
    const auto found = std::find_if(asked_.begin(), asked_.end(),
                                    [&](const Pending& one) { return one.id == told->id; });
    if (found == asked_.end())
        return nature_.count("an answer came again");
    const Pending one = std::move(*found);
    asked_.erase(found);
    if (const auto* refusal = std::get_if<Refusal>(&told->reply))
        nature_.count("refused " + std::string{boost::describe::enum_to_string(*refusal, "?")});
    else if (!one.name.starts_with("Get") && one.name != "SignOn" && one.name != "IdentifyCard")
        lastAnswered_ = one.frame;
    if (one.done)
        std::visit([&](auto& reply) { one.done(Outcome{std::move(reply)}); }, told->reply);
}

void Line::restart() {
    asked_.clear();
    connected_ = false;
    ++life_;
    beat(life_);
}

/// Ten times a second: looks what has come due.
void Line::beat(std::uint64_t life) {
    if (life != life_)
        return;
    nature_.time.in(milliseconds{100}, [this, life] { beat(life); });
    if (connected_ && now() >= heard_ + lostAfter) {
        connected_ = false;
        nature_.count("connection lost");
    }
    if (now() >= heard_ + pingEvery && nature_.time.now().count() % 1000 < 100)
        network_.carry(index_, [this] { door_(index_, ping); });
    keepTrying(now());
}

void Line::keepTrying(client::Time now) {
    std::list<Pending> over;
    for (auto one = asked_.begin(); one != asked_.end();) {
        const auto next = std::next(one);
        switch (one->retry.step(now)) {
        case client::Retry::Step::Wait:
            break;
        case client::Retry::Step::Repeat:
            repeat(*one);
            break;
        case client::Retry::Step::GiveUp:
            over.splice(over.end(), asked_, one);
            break;
        }
        one = next;
    }
    for (Pending& one : over) {
        nature_.count("given up");
        if (one.done)
            one.done(NoAnswer{});
    }
}

} // namespace usher::world
