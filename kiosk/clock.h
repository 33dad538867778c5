// Real time as the screen counts it: how long nobody has touched anything.
//
// Not the outlet's clock, which runs faster in a rehearsal. A HandClock stands until it is moved,
// so that no test waits for a time-out.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace usher::kiosk {

using Millis = std::chrono::milliseconds;

class Clock : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Never goes back; only differences count.
    [[nodiscard]] virtual Millis now() const = 0;

signals:
    /// Several times a second: what counts time may look again.
    void ticked();
};

class WallClock : public Clock {
    Q_OBJECT
public:
    explicit WallClock(QObject* parent = nullptr) : Clock{parent} {
        since_.start();
        connect(&timer_, &QTimer::timeout, this, &Clock::ticked);
        timer_.start(200);
    }
    [[nodiscard]] Millis now() const override { return Millis{since_.elapsed()}; }

private:
    QElapsedTimer since_;
    QTimer timer_;
};

class HandClock : public Clock {
    Q_OBJECT
public:
    using Clock::Clock;
    [[nodiscard]] Millis now() const override { return now_; }
    void advance(Millis by) {
        now_ += by;
        emit ticked();
    }

private:
    Millis now_{};
};

} // namespace usher::kiosk
