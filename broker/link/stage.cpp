#include "broker/link/stage.h"

#include "broker/client/key_file.h"
#include "broker/link/broker_link.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QLocale>
#include <QQmlComponent>
#include <QQuickWindow>
#include <QTextStream>
#include <QTimer>

namespace usher::link {

namespace {

constexpr int frameDeadlineMs = 10'000;

void say(const QString& words) {
    QTextStream{stderr} << words << '\n';
}

} // namespace

void Stage::setUp(int argc, char* argv[]) {
    qputenv("QT_QUICK_CONTROLS_STYLE", "Basic");
    for (int i = 1; i < argc; ++i) {
        const QByteArray word{argv[i]};
        if (word != "--self-test" && !word.startsWith("--shot"))
            continue;
        for (const auto& [name, value] :
             {std::pair{"QT_QPA_PLATFORM", "offscreen"}, std::pair{"QT_QUICK_BACKEND", "software"}})
            if (!qEnvironmentVariableIsSet(name))
                qputenv(name, value);
    }
}

Stage::Stage(QString app, QObject* parent) : QObject{parent}, app_{std::move(app)} {
    options_.addHelpOption();
    options_.addOptions({
        {"key", "The key file that `usher-broker enrol` wrote for this device.", "file"},
        {"demo", "Without a broker: a busy morning that stands still."},
        {"lang", "The language to begin with: zh or en.", "language", "zh"},
        {"windowed", "In a window instead of the whole screen."},
        {"self-test", "Go through every scene of the demo; fail on any warning."},
        {"shot", "Draw every scene, in both languages, into this folder.", "folder"},
    });
    engine_.addImportPath("qrc:/qt/qml");
    connect(&engine_, &QQmlEngine::warnings, this, [this](const QList<QQmlError>& warnings) {
        for (const QQmlError& warning : warnings)
            warnings_ << warning.toString();
    });
}

Stage::~Stage() {
    for (QTranslator& translator : translators_)
        QCoreApplication::removeTranslator(&translator);
}

std::optional<int> Stage::readOptions(const QStringList& arguments) {
    options_.process(arguments);
    const QString language = options_.value("lang");
    if (language != "zh" && language != "en") {
        say("--lang takes zh or en");
        return 2;
    }
    if (!demo() && !options_.isSet("key")) {
        say("Say --key FILE to work with a broker, or --demo to look around.");
        return 2;
    }
    setLanguage(language);
    return std::nullopt;
}

std::unique_ptr<Link> Stage::makeLink() {
    if (demo()) {
        auto link = DemoLink::busyMorning();
        demoLink_ = link.get();
        return link;
    }
    auto key = client::readKeyFile(options_.value("key").toStdString());
    if (const auto* failure = std::get_if<client::Failure>(&key)) {
        say(QString::fromStdString(failure->what));
        return nullptr;
    }
    return std::make_unique<BrokerLink>(std::get<wire::KeyFile>(std::move(key)));
}

void Stage::setLanguage(const QString& language) {
    if (language == language_ || (language != "zh" && language != "en"))
        return;
    language_ = language;
    const QString locale = language == "zh" ? QStringLiteral("zh_CN") : QStringLiteral("en");
    QLocale::setDefault(QLocale{locale});
    const std::array<QString, 2> parts{QStringLiteral("link"), app_};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        QCoreApplication::removeTranslator(&translators_[i]);
        // English stands in the code; a file for it exists only where words have plurals.
        if (translators_[i].load(QStringLiteral(":/i18n/%1_%2.qm").arg(parts[i], locale)))
            QCoreApplication::installTranslator(&translators_[i]);
    }
    emit languageChanged();
    engine_.retranslate();
}

bool Stage::load(const QString& module, const QVariantMap& properties) {
    engine_.setInitialProperties(properties);
    QString folder = module;
    engine_.load(QUrl{QStringLiteral("qrc:/qt/qml/%1/Main.qml").arg(folder.replace('.', '/'))});
    return window() != nullptr;
}

int Stage::play(const QString& module, const QVariantMap& properties,
                const std::vector<Scene>& scenes) {
    if (!load(module, properties))
        return 1;
    const int code = selfTest() || shooting() ? playAll(scenes) : QCoreApplication::exec();
    // The view-models go before this stage does; what looks at them must be gone by then.
    qDeleteAll(engine_.rootObjects());
    return code;
}

int Stage::playAll(const std::vector<Scene>& scenes) {
    if (theme() != nullptr)
        theme()->setProperty("reducedMotion", true);
    for (const char* language : {"zh", "en"}) {
        setLanguage(language);
        for (const Scene& scene : scenes)
            if (!playScene(scene))
                return 1;
    }
    if (!waitForFrame())
        return 1;
    for (const QString& warning : warnings_)
        say("warning: " + warning);
    return warnings_.isEmpty() ? 0 : 1;
}

bool Stage::playScene(const Scene& scene) {
    if (theme() != nullptr)
        theme()->setProperty("scheme", scene.scheme);
    if (scene.prepare)
        scene.prepare();
    if (!scene.size.isEmpty())
        window()->resize(scene.size);
    // The first frame lays out; what followed from that is in the second.
    if (!waitForFrame() || !waitForFrame()) {
        say(scene.name + ": no frame was drawn");
        return false;
    }
    if (!shooting())
        return true;
    const QDir folder{options_.value("shot")};
    const QString file =
        folder.filePath(QStringLiteral("%1-%2-%3.png").arg(app_, scene.name, language_));
    if (folder.mkpath(".") && window()->grabWindow().save(file))
        return true;
    say("cannot write " + file);
    return false;
}

bool Stage::waitForFrame() {
    QCoreApplication::processEvents();
    QEventLoop loop;
    QTimer deadline;
    deadline.setSingleShot(true);
    connect(&deadline, &QTimer::timeout, &loop, [&loop] { loop.exit(1); });
    connect(
        window(), &QQuickWindow::frameSwapped, &loop, [&loop] { loop.exit(0); },
        Qt::QueuedConnection);
    deadline.start(frameDeadlineMs);
    window()->show();
    window()->update();
    return loop.exec() == 0;
}

QQuickWindow* Stage::window() const {
    const auto roots = engine_.rootObjects();
    return roots.isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(roots.first());
}

QObject* Stage::theme() {
    QQmlComponent holder{&engine_};
    holder.setData("import QtQml\nimport Usher.Theme\nQtObject { property QtObject it: Theme }",
                   {});
    const std::unique_ptr<QObject> held{holder.create()};
    return held ? held->property("it").value<QObject*>() : nullptr;
}

} // namespace usher::link
