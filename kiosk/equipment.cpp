#include "kiosk/equipment.h"

#include "broker/devices/printer_port.h"
#include "kiosk/card/evdev_reader.h"
#include "kiosk/card/pcsc_reader.h"
#include "kiosk/visit.h"
#include "kiosk/wedge_keys.h"

namespace usher::kiosk {

std::variant<std::unique_ptr<devices::Printer>, Misnamed> printerNamed(const QString& text) {
    const QString tcp = QStringLiteral("tcp:");
    const bool network = text.startsWith(tcp);
    const auto setup =
        devices::PrinterSetup::fromText((network ? text.mid(tcp.size()) : text).toStdString());
    if (text == QLatin1String("none"))
        return nullptr;
    if (!setup || setup->host.empty() == network)
        return Misnamed{QStringLiteral("--printer takes none, tcp:HOST:PORT or a device file")};
    return std::make_unique<devices::PrinterPort>(*setup);
}

std::variant<std::unique_ptr<card::CardReader>, Misnamed> readerNamed(const QString& text) {
    const QString evdev = QStringLiteral("evdev:");
    if (text == QLatin1String("none"))
        return nullptr;
    if (text == QLatin1String("pcsc"))
        return std::make_unique<card::PcscReader>();
    if (text == QLatin1String("wedge"))
        return std::make_unique<WedgeKeys>();
    if (text.startsWith(evdev) && text.size() > evdev.size())
        return std::make_unique<card::EvdevReader>(text.mid(evdev.size()).toStdString());
    return Misnamed{QStringLiteral("--card takes none, pcsc, evdev:PATH or wedge")};
}

void listen(card::CardReader& reader, Visit& visit) {
    reader.start([&visit](card::CardEvent event) {
        QMetaObject::invokeMethod(
            &visit,
            [&visit, event = std::move(event)]() mutable { visit.onCard(std::move(event)); },
            Qt::QueuedConnection);
    });
}

} // namespace usher::kiosk
