// The sound before a number is called.
//
// Played by a program that is there anyway (pw-play, paplay or aplay); where there is none the
// hall stays silent, and nothing waits for it.
#pragma once

#include <QString>
#include <QTemporaryFile>
#include <QUrl>

#include <memory>

namespace usher::hall {

class Chime {
public:
    virtual ~Chime() = default;
    virtual void ring() = 0;
};

class PlayerChime : public Chime {
public:
    PlayerChime();
    /// Of the program's resources or a file.
    void setSound(const QUrl& sound);
    void ring() override;

private:
    QString player_; ///< empty: silence
    QString file_;
    std::unique_ptr<QTemporaryFile> copy_;
};

} // namespace usher::hall
