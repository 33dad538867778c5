// Seats the teller: builds the link, the desk and the window, and hands over.
#include "broker/link/stage.h"
#include "counter-client/demo_desk.h"
#include "counter-client/scenes.h"

#include <QFile>
#include <QGuiApplication>

namespace {

using namespace usher;

/// For demonstrations and tests only: `--staff ID --pin-file FILE --counter ID` signs on by itself
/// whenever nobody is.
void signOnByItself(counter::Desk& desk, const QCommandLineParser& options) {
    const auto staff = protocol::StaffId::parse(options.value("staff").toStdString());
    const auto where = protocol::CounterId::parse(options.value("counter").toStdString());
    const QString pinFile = options.value("pin-file");
    if (!staff || !where || pinFile.isEmpty())
        return;
    const auto tryIt = [&desk, staff, where, pinFile] {
        if (desk.state() != counter::Desk::State::SignedOff || desk.busy() ||
            desk.refusal() != link::refusals::Code::None)
            return;
        QFile file{pinFile};
        if (!file.open(QIODevice::ReadOnly))
            return;
        QByteArray text = file.readAll();
        const QByteArrayView pin = QByteArrayView{text}.trimmed();
        desk.signOnAs(*staff, protocol::Secret{{pin.data(), std::size_t(pin.size())}}, *where);
        text.fill('\0');
    };
    QObject::connect(&desk, &counter::Desk::changed, &desk, tryIt, Qt::QueuedConnection);
    QMetaObject::invokeMethod(&desk, tryIt, Qt::QueuedConnection);
}

} // namespace

int main(int argc, char* argv[]) {
    link::Stage::setUp(argc, argv);
    QGuiApplication app{argc, argv};
    link::Stage stage{"counter"};
    stage.options().addOptions({
        {"counter", "The counter that is offered first at sign-on.", "id"},
        {"bottom", "At the lower edge of the screen instead of the upper one."},
        {"staff", "For demonstrations: sign on by itself, with --pin-file and --counter.", "id"},
        {"pin-file", "For demonstrations: a file with the PIN and nothing else.", "file"},
    });
    if (const auto code = stage.readOptions(app.arguments()))
        return *code;
    const auto link = stage.makeLink();
    if (!link)
        return 2;
    std::optional<counter::DemoDesk> demo;
    if (stage.demo())
        demo.emplace(*stage.demoLink());

    counter::Desk desk{*link};
    desk.setHomeCounter(stage.options().value("counter"));
    desk.setLanguage(stage.language());
    QObject::connect(&stage, &link::Stage::languageChanged, &desk,
                     [&] { desk.setLanguage(stage.language()); });
    signOnByItself(desk, stage.options());

    const auto scenes = demo ? counter::scenes(desk, *demo, stage) : std::vector<link::Scene>{};
    return stage.play("Usher.Counter",
                      {{"desk", QVariant::fromValue(&desk)},
                       {"link", QVariant::fromValue(link.get())},
                       {"stage", QVariant::fromValue(&stage)},
                       {"docked", !stage.windowed()},
                       {"below", stage.options().isSet("bottom")}},
                      scenes);
}
