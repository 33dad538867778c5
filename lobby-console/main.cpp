// usher-lobby: builds the lobby's link, view-model and window, and hands over.
#include "lobby-console/scenes.h"

#include <QGuiApplication>

int main(int argc, char* argv[]) {
    using namespace usher;
    link::Stage::setUp(argc, argv);
    QGuiApplication app{argc, argv};
    link::Stage stage{"lobby"};
    if (const auto code = stage.readOptions(QGuiApplication::arguments()))
        return *code;
    const auto link = stage.makeLink();
    if (!link)
        return 1;
    lobby::Lobby lobby{*link};
    const auto speak = [&] { lobby.setLanguage(stage.language()); };
    QObject::connect(&stage, &link::Stage::languageChanged, &lobby, speak);
    speak();
    const bool windowed = stage.windowed() || stage.selfTest() || stage.shooting();
    return stage.play("Usher.Lobby",
                      {{"lobby", QVariant::fromValue(&lobby)},
                       {"link", QVariant::fromValue(link.get())},
                       {"stage", QVariant::fromValue(&stage)},
                       {"windowed", windowed}},
                      lobby::scenes(stage, lobby));
}
