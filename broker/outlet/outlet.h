// The outlet as it stands: who is waiting, who is where, what the day has been.
//
// evolve() takes in what did happen and cannot fail, so replaying the journal through it rebuilds
// the same outlet, event for event. The broker and every replica hold this one type: that they
// agree is ==. It remembers and decides nothing; rules live next door.
#pragma once

#include "broker/outlet/line.h"
#include "broker/protocol/answer.h"

#include <map>
#include <memory>

namespace usher::outlet {

class Outlet {
public:
    /// Before the first event, which must be SetupAdopted.
    Outlet();
    explicit Outlet(const protocol::Snapshot& snapshot);
    /// A test holds that Outlet{o.snapshot()} == o.
    [[nodiscard]] protocol::Snapshot snapshot() const;

    /// Requires that `record` is the next one of the journal; a gap is a defect and aborts.
    void evolve(const protocol::Record& record);

    [[nodiscard]] protocol::Sequence sequence() const { return sequence_; }
    /// Of the last event.
    [[nodiscard]] protocol::Moment at() const { return at_; }
    [[nodiscard]] const protocol::Setup& setup() const { return *setup_; }
    [[nodiscard]] const Floor& floor() const { return *floor_; }
    /// The setup with what each counter takes just now in place of the usual: floor() of it is
    /// floor(). For asking what would be if it were otherwise.
    [[nodiscard]] protocol::Setup inForce() const;
    [[nodiscard]] std::optional<protocol::Date> day() const { return day_; }
    /// The band that holds.
    [[nodiscard]] std::optional<protocol::BandId> band() const { return band_; }
    [[nodiscard]] const protocol::DegradedMode& degraded() const { return degraded_; }
    [[nodiscard]] const Line& line() const { return line_; }
    [[nodiscard]] const protocol::Totals& totals() const { return totals_; }
    [[nodiscard]] protocol::TicketId nextTicket() const { return {ticketsEver_ + 1}; }
    /// Numbers given today in series `index` of the setup.
    [[nodiscard]] std::uint32_t numbersGiven(std::size_t index) const {
        return numbersGiven_[index];
    }

    /// Today's tickets, and ended ones for an hour.
    [[nodiscard]] const std::map<protocol::TicketId, protocol::Ticket>& tickets() const {
        return tickets_;
    }
    /// Those whose number is with the printer, the first taken first.
    [[nodiscard]] const std::vector<protocol::TicketId>& printing() const { return printing_; }
    /// Those who were sent to one counter or zone and were not called there yet, likewise.
    [[nodiscard]] const std::vector<protocol::TicketId>& sent() const { return sent_; }
    /// In the setup's order.
    [[nodiscard]] const std::vector<protocol::CounterState>& counters() const { return counters_; }
    /// Who is signed on where.
    [[nodiscard]] const std::vector<protocol::Session>& sessions() const { return sessions_; }
    [[nodiscard]] const std::vector<protocol::DeviceState>& devices() const { return devices_; }
    [[nodiscard]] const std::vector<protocol::Recognition>& recognitions() const {
        return recognitions_;
    }
    /// The earliest first.
    [[nodiscard]] const std::vector<protocol::Appointment>& appointments() const {
        return appointments_;
    }
    [[nodiscard]] const protocol::Appointment* find(const protocol::AppointmentId& reference) const;
    [[nodiscard]] const protocol::Ticket* find(protocol::TicketId id) const;
    [[nodiscard]] const protocol::CounterState* find(const protocol::CounterId& id) const;
    [[nodiscard]] const protocol::Session* sessionAt(const protocol::DeviceId& device) const;
    [[nodiscard]] const protocol::Session* sessionOf(const protocol::CounterId& counter) const;
    [[nodiscard]] const std::vector<protocol::Lockout>& lockouts() const { return lockouts_; }
    [[nodiscard]] const protocol::Recognition* recognition(std::string_view token) const;
    /// The last act of a device that could be taken back, if nothing says otherwise.
    [[nodiscard]] const protocol::Act* lastAct(const protocol::DeviceId& device) const;
    [[nodiscard]] std::uint32_t waitingIn(const protocol::ZoneId& zone) const;

    /// What the hall shows, newest first.
    [[nodiscard]] const std::vector<protocol::BoardCall>& calls() const { return calls_; }

    /// Where a ticket stands, or would stand, in the line.
    [[nodiscard]] Standing standing(const protocol::Ticket& ticket) const;
    [[nodiscard]] Kind kind(const protocol::Ticket& ticket) const;
    /// Bound to a machine, or to a zone of machines: it stands in a line there and not in ours.
    [[nodiscard]] bool atMachine(const protocol::Place& place) const;

    friend bool operator==(const Outlet& a, const Outlet& b);

private:
    friend class Evolution;

    [[nodiscard]] static bool isSent(const protocol::Ticket& ticket);

    std::shared_ptr<const protocol::Setup> setup_;
    std::shared_ptr<const Floor> floor_;
    protocol::Sequence sequence_{};
    protocol::Moment at_;
    std::optional<protocol::Date> day_;
    std::uint32_t ticketsEver_{};
    std::vector<std::uint32_t> numbersGiven_;
    std::map<protocol::TicketId, protocol::Ticket> tickets_;
    std::vector<protocol::CounterState> counters_;
    std::vector<protocol::Session> sessions_;
    std::vector<protocol::Lockout> lockouts_;
    std::vector<protocol::DeviceState> devices_;
    std::vector<protocol::Recognition> recognitions_;
    std::vector<protocol::Act> acts_;
    std::vector<protocol::BoardCall> calls_;
    protocol::Totals totals_;
    std::vector<protocol::Appointment> appointments_;
    std::optional<protocol::BandId> band_;
    protocol::DegradedMode degraded_;
    Line line_;
    std::vector<protocol::TicketId> printing_;
    std::vector<protocol::TicketId> sent_;
};

} // namespace usher::outlet
