// What a customer asked for so as to read well: language, large letters, strong contrast.
//
// It lasts as long as the visit; the next customer finds the kiosk as it was set up.
#pragma once

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace usher::kiosk {

class Comfort : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("a visit has one")
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY changed)
    Q_PROPERTY(bool large READ large WRITE setLarge NOTIFY changed)
    Q_PROPERTY(bool contrast READ contrast WRITE setContrast NOTIFY changed)
public:
    using QObject::QObject;

    /// "zh" or "en".
    [[nodiscard]] const QString& language() const { return now_.language; }
    [[nodiscard]] bool large() const { return now_.large; }
    [[nodiscard]] bool contrast() const { return now_.contrast; }
    void setLanguage(const QString& language) { set({language, now_.large, now_.contrast}); }
    void setLarge(bool large) { set({now_.language, large, now_.contrast}); }
    void setContrast(bool contrast) { set({now_.language, now_.large, contrast}); }

    /// What every visit begins with.
    void setHouseLanguage(const QString& language) {
        house_.language = language;
        setLanguage(language);
    }
    [[nodiscard]] bool touched() const { return !(now_ == house_); }
    void reset() { set(house_); }

signals:
    void changed();

private:
    struct Settings {
        QString language{QStringLiteral("zh")};
        bool large{};
        bool contrast{};
        friend bool operator==(const Settings&, const Settings&) = default;
    };

    void set(const Settings& wished) {
        if (wished == now_)
            return;
        now_ = wished;
        emit changed();
    }

    Settings house_;
    Settings now_;
};

} // namespace usher::kiosk
