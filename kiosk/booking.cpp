#include "kiosk/booking.h"

namespace usher::kiosk {

using link::refusals::Code;
using protocol::AppointmentId;
using protocol::Refusal;

void Booking::add(const QString& key) {
    if (AppointmentId::parse((reference_ + key).toStdString()))
        set(reference_ + key, Code::None);
}

void Booking::remove() {
    set(reference_.chopped(reference_.isEmpty() ? 0 : 1), Code::None);
}

void Booking::begin(From from) {
    clear();
    from_ = from;
}

void Booking::clear() {
    from_ = From::Nowhere;
    set({}, Code::None);
}

void Booking::turnDown(Refusal refusal) {
    set(reference_, link::refusals::codeOf(refusal));
}

bool Booking::concerns(Refusal refusal) {
    switch (refusal) {
    case Refusal::UnknownAppointment:
    case Refusal::AppointmentUsed:
    case Refusal::AppointmentTooEarly:
    case Refusal::UnknownService:
    case Refusal::ServiceUnavailable:
        return true;
    default:
        return false;
    }
}

void Booking::set(const QString& reference, Code refusal) {
    if (reference == reference_ && refusal == refusal_)
        return;
    reference_ = reference;
    refusal_ = refusal;
    emit changed();
}

} // namespace usher::kiosk
