// The book of appointments: what is booked ahead, and by which reference it is known.
#include "broker/protocol/limits.h"
#include "broker/rules/acts.h"

namespace usher::rules {

using namespace protocol;

Decision decide(const View& view, const BookAppointment& command) {
    if (!view.staffed())
        return Refusal::NotSignedOn;
    if (view.setup().find(command.service) == nullptr)
        return Refusal::UnknownService;
    if (command.tier && view.setup().find(*command.tier) == nullptr)
        return Refusal::UnknownTier;
    if (command.reference.empty())
        return Refusal::UnknownAppointment;
    if (command.at < view.now)
        return Refusal::TooLate;
    if (!view.setup().openAt(command.at))
        return Refusal::OutletClosed;
    const Appointment* known = view.outlet.find(command.reference);
    if (known != nullptr && known->ticket)
        return Refusal::AppointmentUsed;
    if (known == nullptr && view.outlet.appointments().size() >= appointmentsMax)
        return Refusal::BookFull;
    const Appointment booked{known != nullptr ? known->reference : command.reference,
                             command.at,
                             command.service,
                             command.tier,
                             {}};
    if (known != nullptr && *known == booked)
        return accept(view, {});
    return accept(view, {AppointmentBooked{booked}});
}

Decision decide(const View& view, const CancelAppointment& command) {
    if (!view.staffed())
        return Refusal::NotSignedOn;
    const Appointment* known = view.outlet.find(command.reference);
    if (known == nullptr)
        return Refusal::UnknownAppointment;
    if (known->ticket)
        return Refusal::AppointmentUsed;
    return accept(view, {AppointmentCancelled{known->reference}});
}

} // namespace usher::rules
