// A magnetic stripe reader that types into our own window.
//
// Digits and the signs of a track are kept from every page, so no page ever sees a card number;
// all other keys go where they were going. Prefer EvdevReader where the device can be grabbed.
#pragma once

#include "kiosk/card/card_reader.h"
#include "kiosk/card/track2.h"

#include <QElapsedTimer>
#include <QObject>

namespace usher::kiosk {

class WedgeKeys final : public QObject, public card::CardReader {
    Q_OBJECT
public:
    WedgeKeys() { since_.start(); }
    ~WedgeKeys() override { stop(); }

    /// Events come on the application's thread.
    void start(card::CardSink sink) override;
    void stop() override;

protected:
    bool eventFilter(QObject* target, QEvent* event) override;

private:
    [[nodiscard]] protocol::Moment now() const { return {since_.elapsed()}; }

    card::CardSink sink_;
    card::Track2 track_;
    QElapsedTimer since_;
    protocol::Moment lastKey_{-1'000}; ///< of a track
};

} // namespace usher::kiosk
