#include "lobby-console/hall/chime.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

namespace usher::hall {

PlayerChime::PlayerChime() {
    for (const char* name : {"pw-play", "paplay", "aplay"})
        if (player_.isEmpty())
            player_ = QStandardPaths::findExecutable(QString::fromLatin1(name));
}

void PlayerChime::setSound(const QUrl& sound) {
    file_ = sound.toLocalFile();
    if (sound.scheme() != QStringLiteral("qrc"))
        return;
    // A player cannot look into our resources: it gets a copy that goes when we do.
    file_.clear();
    QFile inside{QStringLiteral(":") + sound.path()};
    auto copy = std::make_unique<QTemporaryFile>(QDir::temp().filePath("usher-chime-XXXXXX.wav"));
    if (!inside.open(QIODevice::ReadOnly) || !copy->open())
        return;
    copy->write(inside.readAll());
    copy->flush();
    file_ = copy->fileName();
    copy_ = std::move(copy);
}

void PlayerChime::ring() {
    if (player_.isEmpty() || file_.isEmpty())
        return;
    QProcess play;
    play.setProgram(player_);
    play.setArguments({file_});
    play.setStandardOutputFile(QProcess::nullDevice());
    play.setStandardErrorFile(QProcess::nullDevice());
    play.startDetached();
}

} // namespace usher::hall
