#include "kiosk/ticket_face.h"

#include "broker/devices/qr_code.h"
#include "kiosk/words.h"

namespace usher::kiosk {

using namespace protocol;

namespace {

constexpr std::size_t auditLength = 8; ///< of the link, which the journal knows whole

QStringList rowsOf(const std::string& text) {
    QStringList rows;
    const auto code = devices::qrCode(text);
    for (std::size_t y = 0; code && y < code->width; ++y) {
        QString row;
        for (std::size_t x = 0; x < code->width; ++x)
            row += QLatin1Char(code->at(y, x) ? '1' : '0');
        rows << row;
    }
    return rows;
}

} // namespace

void TicketFace::setLanguage(const QString& language) {
    language_ = language;
    emit changed();
}

void TicketFace::show(const TicketIssued& issued, const Services& offered,
                      const std::optional<Alternative>& machine, bool booked) {
    issued_ = issued;
    machine_ = machine;
    booked_ = booked;
    service_ = {};
    zone_ = {};
    for (const Offer& offer : offered.offers)
        if (offer.service == issued.service)
            service_ = offer.name;
    for (const Zone& zone : offered.zones)
        if (zone.id == issued.zone)
            zone_ = zone.name;
    code_ = rowsOf(address());
    emit changed();
}

void TicketFace::clear() {
    issued_ = {};
    service_ = {};
    zone_ = {};
    machine_.reset();
    booked_ = false;
    code_.clear();
    emit changed();
}

QString TicketFace::service() const {
    return wordsOf(service_, language_);
}

QString TicketFace::zone() const {
    return wordsOf(zone_, language_);
}

QString TicketFace::machine() const {
    return machine_ ? wordsOf(machine_->name, language_) : QString{};
}

int TicketFace::sign() const {
    return machine_ ? static_cast<int>(machine_->number) : 0;
}

int TicketFace::low() const {
    return minutesOf(issued_.wait.likely);
}

int TicketFace::high() const {
    return minutesOf(issued_.wait.surely);
}

std::string TicketFace::address() const {
    if (letterhead_.phonePage.empty() || issued_.link.empty())
        return {};
    return letterhead_.phonePage + issued_.link;
}

devices::Slip TicketFace::slip(const Text& outlet, const std::string& time) const {
    devices::Slip slip;
    slip.language =
        language_ == QLatin1String("zh") ? devices::Language::Zh : devices::Language::En;
    slip.outlet = outlet;
    slip.number = issued_.number;
    slip.service = service_;
    slip.zone = zone_;
    if (machine_)
        slip.machine = devices::Machine{machine_->name, machine_->number};
    slip.ahead = issued_.ahead;
    if (low() >= 0 && high() >= low())
        slip.forecast = devices::ForecastRange{static_cast<std::uint32_t>(low()),
                                               static_cast<std::uint32_t>(high())};
    slip.time = time;
    slip.kiosk = letterhead_.kiosk;
    slip.audit = issued_.link.substr(0, auditLength);
    slip.qr = address();
    return slip;
}

} // namespace usher::kiosk
