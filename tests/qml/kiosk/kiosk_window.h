// The kiosk's real window, to be pressed with a finger: nothing is pressed before it was drawn.
#pragma once

#include "tests/qml/kiosk/kiosk_stand.h"

#include <QQmlApplicationEngine>
#include <QQmlComponent>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>

namespace usher::kiosk {

class KioskWindow : public QObject {
    Q_OBJECT
public:
    /// In English. Double taps are let through unless a test is about them.
    explicit KioskWindow(KioskStand& kiosk, QSize size = {1080, 1920}) {
        QQuickStyle::setStyle(QStringLiteral("Basic"));
        kiosk.visit.comfort()->setHouseLanguage("en");
        kiosk.visit.onCard(card::ReaderBack{});
        connect(&engine_, &QQmlEngine::warnings, this, [this](const QList<QQmlError>& warnings) {
            for (const QQmlError& warning : warnings)
                warnings_ << warning.toString();
        });
        engine_.addImportPath("qrc:/qt/qml");
        setDoubleTap(0);
        engine_.setInitialProperties({{"visit", QVariant::fromValue(&kiosk.visit)},
                                      {"link", QVariant::fromValue<link::Link*>(kiosk.link.get())},
                                      {"windowed", true},
                                      {"windowSize", size}});
        engine_.load(QUrl{"qrc:/qt/qml/Usher/Kiosk/Main.qml"});
        if (!engine_.rootObjects().isEmpty())
            window_ = qobject_cast<QQuickWindow*>(engine_.rootObjects().first());
    }
    ~KioskWindow() override { delete window_; }

    [[nodiscard]] bool exposed() { return window_ && QTest::qWaitForWindowExposed(window_); }
    [[nodiscard]] QQuickWindow* window() { return window_; }
    [[nodiscard]] const QStringList& warnings() const { return warnings_; }

    void setDoubleTap(int milliseconds) {
        QQmlComponent holder{&engine_};
        holder.setData("import QtQml\nimport Usher.Theme\nQtObject { property QtObject it: Theme }",
                       {});
        const std::unique_ptr<QObject> held{holder.create()};
        held->property("it").value<QObject*>()->setProperty("doubleTap", milliseconds);
    }

    [[nodiscard]] QQuickItem* item(const QString& name) {
        return named(window_->contentItem(), name);
    }
    [[nodiscard]] bool has(const QString& name) { return item(name) != nullptr; }
    /// Empty if it is not there.
    [[nodiscard]] QString said(const QString& name, const char* property = "text") {
        QQuickItem* found = item(name);
        return found == nullptr ? QString{} : found->property(property).toString();
    }
    [[nodiscard]] QStringList words() {
        QStringList all;
        collect(window_->contentItem(), all);
        return all;
    }

    /// Until what there is now has been laid out and drawn: a person presses what they see.
    [[nodiscard]] bool see() {
        for (int frame = 0; frame < 2; ++frame) {
            QSignalSpy drawn{window_, &QQuickWindow::frameSwapped};
            window_->update();
            if (!drawn.wait())
                return false;
        }
        return true;
    }
    [[nodiscard]] bool press(const QString& name) {
        if (!QTest::qWaitFor([&] { return has(name) && item(name)->width() > 0; }) || !see() ||
            !has(name))
            return false;
        tap(name);
        return true;
    }
    /// At once, wherever it is by now.
    void tap(const QString& name) {
        const QQuickItem* target = item(name);
        const QPointF middle{target->width() / 2, target->height() / 2};
        QTest::mouseClick(window_, Qt::LeftButton, {}, target->mapToScene(middle).toPoint());
    }

private:
    static QQuickItem* named(QQuickItem* root, const QString& name) {
        if (root->objectName() == name && root->isVisible())
            return root;
        for (QQuickItem* child : root->childItems())
            if (QQuickItem* found = named(child, name))
                return found;
        return nullptr;
    }
    static void collect(QQuickItem* root, QStringList& words) {
        if (!root->isVisible())
            return;
        if (const QVariant text = root->property("text"); text.isValid())
            words << text.toString();
        for (QQuickItem* child : root->childItems())
            collect(child, words);
    }

    QStringList warnings_;
    QQmlApplicationEngine engine_;
    QQuickWindow* window_{};
};

} // namespace usher::kiosk
