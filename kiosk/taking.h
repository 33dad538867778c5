// How a customer comes by a number: one question to the printer, one to the broker, one slip.
//
// The printer is asked first, so that paper is promised only where there is some. Nothing is taken
// twice: while one number is under way another wish does nothing, and where nobody answered, the
// lobby staff must look; this will not try again by itself.
#pragma once

#include "kiosk/slip_printer.h"

namespace usher::kiosk {

class Taking : public QObject {
    Q_OBJECT
public:
    /// PaperFailed is not quite an end: keep() or decline() is.
    enum class End { Printed, Shown, PaperFailed, PaperUnknown, Declined, Refused, NoAnswer };
    Q_ENUM(End)
    using SlipFor = std::function<devices::Slip(const protocol::TicketIssued&)>;

    /// `slipFor` writes the slip for a number just given.
    Taking(link::Link& link, SlipPrinter& printer, SlipFor slipFor, QObject* parent = nullptr);

    /// Its `paper` is the printer's affair.
    void take(protocol::TakeTicket wish);
    /// The paper failed: the customer keeps the number off the screen, or goes without one.
    void keep();
    void decline();

    [[nodiscard]] bool busy() const { return busy_; }
    [[nodiscard]] const protocol::TakeTicket& wish() const { return wish_; }
    /// Why, after Refused.
    [[nodiscard]] protocol::Refusal refusal() const { return refusal_; }

signals:
    /// A number was given. Paper follows if `printing`; else Shown does.
    void issued(const usher::protocol::TicketIssued& ticket, bool printing);
    void ended(usher::kiosk::Taking::End end);

private:
    void reserve(bool onPaper);
    void onReserved(client::Outcome outcome, bool onPaper);
    void print();
    void confirm(protocol::Paper paper);
    void end(End end);

    link::Link& link_;
    SlipPrinter& printer_;
    SlipFor slipFor_;
    bool busy_{};
    bool undecided_{}; ///< the paper failed; nobody has said yet what shall become of the number
    protocol::TakeTicket wish_;
    protocol::TicketIssued issued_;
    protocol::Refusal refusal_{};
};

} // namespace usher::kiosk
