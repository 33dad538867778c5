#include "assets/icons.h"

#include <QBuffer>
#include <QFile>
#include <QImageReader>
#include <QQmlEngine>
#include <QQuickImageProvider>

namespace usher::theme {

namespace {

const QString providerName{"usher-icons"};
const QByteArray drawnInk{"#1B1D1F"}; // as every file under icons/ has it

// Answers image://usher-icons/NAME/RRGGBB at the size asked for.
class Inker : public QQuickImageProvider {
public:
    Inker() : QQuickImageProvider{QQuickImageProvider::Image} {}

    QImage requestImage(const QString& id, QSize* size, const QSize& requested) override {
        QFile file{":/qt/qml/Usher/Theme/icons/" + id.section('/', 0, 0) + ".svg"};
        if (!file.open(QIODevice::ReadOnly))
            return {}; // Image warns, with the address
        QByteArray svg = file.readAll();
        svg.replace(drawnInk, "#" + id.section('/', 1, 1).toLatin1());
        QBuffer buffer{&svg};
        QImageReader reader{&buffer, "svg"};
        if (requested.width() > 0 && requested.height() > 0)
            reader.setScaledSize(requested);
        QImage image = reader.read();
        if (size != nullptr)
            *size = image.size();
        return image;
    }
};

} // namespace

Icons* Icons::create(QQmlEngine* engine, QJSEngine*) {
    engine->addImageProvider(providerName, new Inker); // the engine owns it
    return new Icons{engine};
}

QUrl Icons::drawing(const QString& name, const QColor& ink) const {
    if (name.isEmpty())
        return {};
    return QUrl{"image://" + providerName + "/" + name + "/" + ink.name().mid(1)};
}

} // namespace usher::theme
