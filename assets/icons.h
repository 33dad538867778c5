// The icon set in any colour: the committed drawings, with their one stroke colour replaced.
//
// The software renderer has no effects, so an icon cannot be tinted after it is drawn; and a data
// URL would appear a frame late. A drawing that does not exist is a warning, never a blank guess.
#pragma once

#include <QColor>
#include <QObject>
#include <QString>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

class QJSEngine;
class QQmlEngine;

namespace usher::theme {

class Icons : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    /// Called by the engine, once for each; this is where the engine learns to draw icons.
    static Icons* create(QQmlEngine* engine, QJSEngine*);

    /// An address for Image.source; empty for an empty name.
    Q_INVOKABLE QUrl drawing(const QString& name, const QColor& ink) const;

private:
    // Private, or the engine would make one itself and never call create().
    explicit Icons(QObject* parent) : QObject{parent} {}
};

} // namespace usher::theme
