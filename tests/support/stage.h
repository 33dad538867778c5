// The rules without an engine: one outlet, one clock, and the order of work in miniature.
//
// ask() does what the engine does (follow, decide, evolve, follow) with no disk in between, so that
// tests of rules need neither fakes nor patience. Every record is kept, to be replayed.
#pragma once

#include "broker/outlet/outlet.h"
#include "broker/rules/decide.h"

#include <functional>

namespace usher::stage {

using Reply = std::variant<protocol::Answer, protocol::Refusal>;

/// Who asks: a device and what kind it is.
struct Who {
    protocol::DeviceId device;
    protocol::Role role{};
};

/// "2026-11-23 09:00" in Shanghai, where every test day begins: a Monday.
[[nodiscard]] protocol::Moment monday(int hour, int minute = 0);
/// Asia/Shanghai, open around the clock all week, nothing in it yet.
[[nodiscard]] protocol::Setup emptySetup();

class Stage {
public:
    explicit Stage(protocol::Moment now) : now_{now} {}

    void adopt(protocol::Setup setup);
    [[nodiscard]] Reply ask(const Who& who, const protocol::Command& command);
    /// A PIN typed at `who`, right or wrong.
    [[nodiscard]] Reply signOn(const Who& who, std::string_view staff, protocol::StaffRole role,
                               std::optional<protocol::CounterId> counter, bool right = true);
    /// Time passes: everything that happens by itself until then happens at its moment.
    void advanceTo(protocol::Moment until);
    void advance(protocol::Millis span) { advanceTo(now_ + span); }
    /// The clock jumps over what lies between, as after a night without power.
    void jumpTo(protocol::Moment to);

    [[nodiscard]] protocol::Moment now() const { return now_; }
    [[nodiscard]] const outlet::Outlet& outlet() const { return outlet_; }
    [[nodiscard]] const std::vector<protocol::Record>& records() const { return records_; }
    /// The id the last command went under: a recognition's token.
    [[nodiscard]] protocol::CommandId lastId() const { return {1, asked_}; }
    /// Called before each record is taken in, with the outlet as it was.
    std::function<void(const outlet::Outlet&, const protocol::Record&)> before;

private:
    void follow();
    void append(const Who& who, std::string_view what, std::vector<protocol::Event> events);

    outlet::Outlet outlet_;
    protocol::Moment now_;
    std::vector<protocol::Record> records_;
    std::uint64_t asked_ = 0;
};

} // namespace usher::stage
