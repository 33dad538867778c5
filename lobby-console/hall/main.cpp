// usher-hall: builds the hall's link, view-model and window, and hands over.
#include "lobby-console/hall/scenes.h"

#include <QGuiApplication>

int main(int argc, char* argv[]) {
    using namespace usher;
    link::Stage::setUp(argc, argv);
    QGuiApplication app{argc, argv};
    link::Stage stage{"hall"};
    if (const auto code = stage.readOptions(QGuiApplication::arguments()))
        return *code;
    const auto link = stage.makeLink();
    if (!link)
        return 2;
    hall::PlayerChime chime;
    hall::Hall hall{*link, chime};
    if (!stage.selfTest() && !stage.shooting())
        chime.setSound(stage.theme()->property("chime").toUrl());
    const bool windowed = stage.windowed() || stage.selfTest() || stage.shooting();
    return stage.play("Usher.Hall", {{"hall", QVariant::fromValue(&hall)}, {"windowed", windowed}},
                      hall::scenes(stage));
}
