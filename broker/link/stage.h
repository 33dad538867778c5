// What every screen needs before it can be seen: options, a link, words in two languages, a window.
//
// The four programs differ in what they show, not in how they start: each says setUp(), makes a
// QGuiApplication and a Stage, adds its own options, and hands its view-models to play(). There a
// person uses it, `--self-test` fails on any warning, or `--shot` draws each scene and leaves.
#pragma once

#include "broker/link/demo_link.h"

#include <QCommandLineParser>
#include <QQmlApplicationEngine>
#include <QSize>
#include <QTranslator>
#include <QVariantMap>

#include <array>
#include <memory>
#include <optional>

class QQuickWindow;

namespace usher::link {

/// A state worth looking at. `prepare` brings link, view-models and Theme there from any other.
struct Scene {
    QString name; ///< file: <app>-<name>-<language>.png
    QSize size;   ///< empty: as large as the window makes itself
    std::function<void()> prepare;
    QString scheme = QStringLiteral("light");
};

class Stage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("main.cpp builds the stage")
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
public:
    /// Before the QGuiApplication: style, and no display for --self-test and --shot.
    static void setUp(int argc, char* argv[]);

    /// `app` names the translations: ":/i18n/<app>_zh_CN.qm".
    explicit Stage(QString app, QObject* parent = nullptr);
    ~Stage() override;

    /// To add the program's own to; their values are there after readOptions().
    [[nodiscard]] QCommandLineParser& options() { return options_; }
    /// Reads the command line; an exit code if there is nothing more to do.
    [[nodiscard]] std::optional<int> readOptions(const QStringList& arguments);

    [[nodiscard]] bool selfTest() const { return options_.isSet("self-test"); }
    [[nodiscard]] bool shooting() const { return options_.isSet("shot"); }
    [[nodiscard]] bool demo() const { return selfTest() || shooting() || options_.isSet("demo"); }
    [[nodiscard]] bool windowed() const { return options_.isSet("windowed"); }

    /// Nothing, and a word on stderr, if the key file is no good.
    [[nodiscard]] std::unique_ptr<Link> makeLink();
    /// The link made above if it is a demo's, for scenes to set up.
    [[nodiscard]] DemoLink* demoLink() const { return demoLink_; }

    /// "zh" or "en"; what is on the screen changes at once.
    [[nodiscard]] const QString& language() const { return language_; }
    void setLanguage(const QString& language);

    /// Loads Main.qml of `module`, such as "Usher.Counter". False: warnings() says why.
    [[nodiscard]] bool load(const QString& module, const QVariantMap& properties);
    /// Loads, then runs as the options say; the exit code.
    [[nodiscard]] int play(const QString& module, const QVariantMap& properties,
                           const std::vector<Scene>& scenes);

    [[nodiscard]] QQmlApplicationEngine& engine() { return engine_; }
    [[nodiscard]] QQuickWindow* window() const;
    /// The Theme singleton, for its settings; null where the screen wears none.
    [[nodiscard]] QObject* theme();
    [[nodiscard]] const QStringList& warnings() const { return warnings_; }

signals:
    void languageChanged();

private:
    int playAll(const std::vector<Scene>& scenes);
    bool playScene(const Scene& scene);
    bool waitForFrame();

    QString app_;
    QCommandLineParser options_;
    QString language_;
    std::array<QTranslator, 2> translators_; ///< of the link, of the program
    QStringList warnings_;
    DemoLink* demoLink_ = nullptr;
    QQmlApplicationEngine engine_;
};

} // namespace usher::link
