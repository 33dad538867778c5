// The machines this kiosk was set up with, as its command line names them.
#pragma once

#include "broker/devices/printer.h"
#include "kiosk/card/card_reader.h"

#include <QString>

#include <memory>
#include <variant>

namespace usher::kiosk {

class Visit;

/// A sentence for whoever started the program.
struct Misnamed {
    QString what;
};

/// "none", "tcp:HOST:PORT", or a device file. Null for none.
[[nodiscard]] std::variant<std::unique_ptr<devices::Printer>, Misnamed>
printerNamed(const QString& text);

/// "none", "pcsc", "evdev:PATH" or "wedge". Null for none.
[[nodiscard]] std::variant<std::unique_ptr<card::CardReader>, Misnamed>
readerNamed(const QString& text);

/// From now on the visit hears the reader, on its own thread. Stop the reader before either goes.
void listen(card::CardReader& reader, Visit& visit);

} // namespace usher::kiosk
