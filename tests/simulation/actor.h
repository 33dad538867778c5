// The people of the outlet, each at a device: what they do on a bad day, mistakes included, and how
// they tidy up in the evening.
//
// They act on what their screen shows, which may be old; they press twice; their device may die
// under them. They never wait: the next act comes at its time, whatever became of the last.
#pragma once

#include "tests/simulation/broker.h"
#include "tests/simulation/picture.h"

namespace usher::world {

/// Bad day, calm evening, and a night in which nobody asks for anything.
enum class Hour { Day, Evening, Night };

class Actor;

/// What everybody needs to be somebody.
struct Setting {
    Nature& nature;
    Network& network;
    Checks& checks;
    const Branch& branch;
    Door door;
    const Hour& hour;
    const std::vector<std::unique_ptr<Actor>>& all;
};

class Actor : public Ear {
public:
    Actor(const Setting& setting, std::size_t index);

    void hearDoor(const std::string& frame) override { line_.hear(frame); }
    void hearPong() override { line_.hearPong(); }
    void hearNews(const wire::News&) override {}
    void hearBeat(const protocol::Beat&) override {}
    void hearBoard(const protocol::Board&) override {}
    /// The device dies and starts again.
    virtual void restart();

    [[nodiscard]] Line& line() { return line_; }
    /// What is wrong at the end of the evening; empty if nothing is.
    [[nodiscard]] virtual std::string complaint();

protected:
    /// Sends what was heard of somebody else's command, as a thief would.
    void replay();
    virtual void act() = 0;
    virtual void tidy() {}
    [[nodiscard]] const protocol::Setup& setup() const { return setting_.branch.setup; }
    /// Asks; sometimes twice, as by a double tap.
    template <class C>
    void tap(const C& command, const Line::Done& done = {}) {
        line_.ask(command, done);
        if (!mistake(10))
            return;
        nature_.count("mistake: double tap");
        line_.ask(command, done);
    }
    [[nodiscard]] bool mistake(std::size_t oneIn) {
        return setting_.nature.weather.mistakes && setting_.hour == Hour::Day && dice_.oneIn(oneIn);
    }

    Setting setting_;
    Nature& nature_;
    Dice dice_;
    Line line_;

private:
    void think();
};

/// Whoever sees the whole outlet.
class Watcher : public Actor {
public:
    Watcher(const Setting& setting, std::size_t index)
        : Actor{setting, index}, picture_{nature_, line_, setting_.checks} {
        line_.onConnected = [this] { picture_.begin(); };
    }
    void hearNews(const wire::News& news) override { picture_.hear(news); }
    void hearBeat(const protocol::Beat& beat) override { picture_.hear(beat); }
    void restart() override;
    [[nodiscard]] std::string complaint() override;

protected:
    [[nodiscard]] const outlet::Outlet& outlet() const { return picture_.outlet(); }
    /// Mostly one of those the picture shows; none if there are none.
    [[nodiscard]] protocol::TicketId someTicket();
    [[nodiscard]] protocol::Place somePlace();

    Picture picture_;
};

[[nodiscard]] std::unique_ptr<Actor> makeTeller(const Setting& setting, std::size_t index);
[[nodiscard]] std::unique_ptr<Actor> makeManager(const Setting& setting, std::size_t index);
[[nodiscard]] std::unique_ptr<Actor> makeKiosk(const Setting& setting, std::size_t index);
[[nodiscard]] std::unique_ptr<Actor> makeHall(const Setting& setting, std::size_t index);

} // namespace usher::world
