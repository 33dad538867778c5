// A console with its real pages and no broker, and the fingers of whoever works it.
#pragma once

#include "broker/link/stage.h"
#include "lobby-console/lobby.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QtTest>

namespace usher::test {

class LobbyStand : public QObject {
protected:
    link::Stage stage_{"lobby"};
    std::unique_ptr<link::DemoLink> link_;
    std::unique_ptr<lobby::Lobby> lobby_;
    protocol::Snapshot morning_;

    [[nodiscard]] static QQuickItem* named(QQuickItem* item, const QString& name) {
        if (!item->isVisible())
            return nullptr;
        if (item->objectName() == name)
            return item;
        for (QQuickItem* child : item->childItems())
            if (QQuickItem* found = named(child, name))
                return found;
        return nullptr;
    }
    QQuickItem* item(const QString& name) { return named(stage_.window()->contentItem(), name); }
    QString words(const QString& name) {
        QQuickItem* found = item(name);
        return found ? found->property("text").toString() : QString{};
    }
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier) {
        QTest::keyClick(stage_.window(), static_cast<Qt::Key>(key), with);
    }
    /// What has just come or gone has moved its neighbours: a finger aims at what it sees. The
    /// first frame lays out; what followed from that is in the second.
    bool see() {
        for (int frames = 0; frames < 2; ++frames) {
            QSignalSpy drawn{stage_.window(), &QQuickWindow::frameSwapped};
            stage_.window()->update();
            if (!drawn.wait())
                return false;
        }
        return true;
    }
    bool click(const QString& name) {
        if (!QTest::qWaitFor([&] { return item(name) && item(name)->width() > 0; }) || !see() ||
            !item(name))
            return false;
        QQuickItem* target = item(name);
        const QPointF middle{target->width() / 2, target->height() / 2};
        QTest::mouseClick(stage_.window(), Qt::LeftButton, {},
                          target->mapToScene(middle).toPoint());
        return true;
    }
    [[nodiscard]] std::string last() const {
        return link_->asked().empty() ? std::string{} : link_->asked().back();
    }
    /// The busy morning again, the manager signed on, nothing chosen; whatever answers must let
    /// them sign on.
    void startOver() {
        link_->setNow(morning_.at + std::chrono::hours{1}); // the last test's undo has run out
        link_->show(morning_);
        if (lobby_->state() != lobby::Lobby::State::Working)
            lobby_->signOn("2001", "200100");
        QTRY_COMPARE(lobby_->state(), lobby::Lobby::State::Working);
        QTRY_VERIFY(!lobby_->busy());
        lobby_->chooseNothing();
        lobby_->forgetRefusal();
    }
    void expectNoWarnings() {
        QVERIFY2(stage_.warnings().isEmpty(), qPrintable(stage_.warnings().join('\n')));
    }
    /// In English, and nobody signed on.
    void load() {
        link_ = link::DemoLink::busyMorning();
        morning_ = link_->outlet().snapshot();
        lobby_ = std::make_unique<lobby::Lobby>(*link_);
        stage_.setLanguage("en");
        lobby_->setLanguage("en");
        stage_.theme()->setProperty("doubleTap", 0);
        connect(&stage_, &link::Stage::languageChanged, lobby_.get(),
                [this] { lobby_->setLanguage(stage_.language()); });
        QVERIFY(stage_.load("Usher.Lobby", {{"lobby", QVariant::fromValue(lobby_.get())},
                                            {"link", QVariant::fromValue(link_.get())},
                                            {"stage", QVariant::fromValue(&stage_)},
                                            {"windowed", true}}));
        stage_.window()->resize(1920, 1080);
        stage_.window()->requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(stage_.window()));
    }
};

} // namespace usher::test
