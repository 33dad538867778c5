// A script being played: its stage, its names, and the meaning of each word. Private to script.cpp,
// acting.cpp and expecting.cpp.
#pragma once

#include "tests/support/stage.h"
#include "tests/support/words.h"

#include <map>

namespace usher::script {

class Play {
public:
    Play();

    /// Does what the line says and returns what was answered: "ok", "refused counter-busy", the
    /// name of a ticket, "standing-by".
    [[nodiscard]] std::string act(const std::string& verb, Words& words);
    /// How the thing asked about stands, in the words an expect line would use.
    [[nodiscard]] std::string look(Words& words);
    /// Lines that draw the outlet have come to an end, or were added to.
    void open();

    protocol::Setup drawing;

private:
    using Seen = std::optional<protocol::Sequence>;

    std::string ask(const stage::Who& who, const protocol::Command& command);
    std::string told(const stage::Reply& reply);
    std::string take(Words& words);
    std::string card(Words& words);
    std::string overrideProfile(const std::string& verb, Words& words);
    std::string book(const std::string& verb, Words& words);
    std::string signOn(Words& words);
    std::string atCounter(const std::string& verb, Words& words);
    std::string atTicket(const std::string& verb, Words& words);
    std::string steerCounter(const std::string& verb, Words& words);
    std::string pass(const std::string& verb, Words& words);
    protocol::Place place(Words& words);
    std::string lookAtCounter(const std::string& what, Words& words);
    std::string lookAtTicket(const std::string& what, Words& words);
    std::string waiting() const;
    std::string lineOf(const protocol::CounterId& machine) const;
    std::string machinesFor(Words& words) const;

    [[nodiscard]] stage::Who who(const std::string& name) const;
    [[nodiscard]] protocol::TicketId ticket(const std::string& name) const;
    [[nodiscard]] std::string nameOf(protocol::TicketId id) const;
    [[nodiscard]] const protocol::CounterState& counter(const std::string& name) const;
    [[nodiscard]] const protocol::TicketCalled& lastCall(const std::string& counter) const;
    [[nodiscard]] protocol::Sequence seen(Words& words, const std::string& name) const;

    stage::Stage stage_;
    std::map<std::string, protocol::TicketId> tickets_;
    std::map<std::string, std::string> cards_;
    std::map<std::string, protocol::Sequence> looked_;
};

} // namespace usher::script
