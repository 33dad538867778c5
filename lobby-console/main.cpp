// usher-lobby: builds the lobby's link, view-model and window, and hands over.
#include "broker/link/refusals.h"
#include "lobby-console/scenes.h"

#include <QFile>
#include <QGuiApplication>

namespace {

using namespace usher;

/// For demonstrations only: `--staff ID --pin-file FILE` signs on by itself whenever nobody is.
void signOnByItself(lobby::Lobby& lobby, const QCommandLineParser& options) {
    const QString staff = options.value("staff");
    const QString pinFile = options.value("pin-file");
    if (staff.isEmpty() || pinFile.isEmpty())
        return;
    QObject::connect(
        &lobby, &lobby::Lobby::changed, &lobby,
        [&lobby, staff, pinFile] {
            QFile file{pinFile};
            if (lobby.state() == lobby::Lobby::State::SignedOff && !lobby.busy() &&
                lobby.refusal() == static_cast<int>(link::refusals::Code::None) &&
                file.open(QIODevice::ReadOnly))
                lobby.signOn(staff, QString::fromLatin1(file.readAll()).trimmed());
        },
        Qt::QueuedConnection);
}

} // namespace

int main(int argc, char* argv[]) {
    link::Stage::setUp(argc, argv);
    QGuiApplication app{argc, argv};
    link::Stage stage{"lobby"};
    stage.options().addOptions({
        {"staff", "For demonstrations: sign on by itself, with --pin-file.", "id"},
        {"pin-file", "For demonstrations: a file with the PIN and nothing else.", "file"},
    });
    if (const auto code = stage.readOptions(QGuiApplication::arguments()))
        return *code;
    const auto link = stage.makeLink();
    if (!link)
        return 2;
    lobby::Lobby lobby{*link};
    const auto speak = [&] { lobby.setLanguage(stage.language()); };
    QObject::connect(&stage, &link::Stage::languageChanged, &lobby, speak);
    speak();
    signOnByItself(lobby, stage.options());
    const bool windowed = stage.windowed() || stage.selfTest() || stage.shooting();
    return stage.play("Usher.Lobby",
                      {{"lobby", QVariant::fromValue(&lobby)},
                       {"link", QVariant::fromValue(link.get())},
                       {"stage", QVariant::fromValue(&stage)},
                       {"windowed", windowed}},
                      lobby::scenes(stage, lobby));
}
