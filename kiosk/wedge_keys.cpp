#include "kiosk/wedge_keys.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace usher::kiosk {

void WedgeKeys::start(card::CardSink sink) {
    sink_ = std::move(sink);
    QCoreApplication::instance()->installEventFilter(this);
    sink_(card::ReaderBack{});
}

void WedgeKeys::stop() {
    if (auto* application = QCoreApplication::instance())
        application->removeEventFilter(this);
    sink_ = nullptr;
}

bool WedgeKeys::eventFilter(QObject*, QEvent* event) {
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::KeyRelease)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Return) // most readers end with one
        return now() - lastKey_ < card::betweenKeys;
    const QString text = key->text();
    const char typed = text.size() == 1 ? text.front().toLatin1() : '\0';
    const bool ofTrack =
        (typed >= '0' && typed <= '9') || typed == ';' || typed == '=' || typed == '?';
    if (!ofTrack)
        return false;
    if (event->type() == QEvent::KeyRelease || key->isAutoRepeat())
        return true;
    lastKey_ = now();
    if (auto number = track_.feed(typed, lastKey_))
        sink_(card::CardRead{std::move(*number)});
    else if (track_.spoilt())
        sink_(card::CardFailed{card::CardFailure::Unreadable});
    return true;
}

} // namespace usher::kiosk
