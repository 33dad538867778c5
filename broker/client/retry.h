// When to ask again and when to stop: patience, as a value. Time is an argument.
#pragma once

#include <chrono>

namespace usher::client {

using Time = std::chrono::steady_clock::time_point;
using Span = std::chrono::milliseconds;

/// `time` plus `span`, where the longest span means for ever.
[[nodiscard]] Time after(Time time, Span span);

/// Spans that double from `first` to `longest`.
class BackOff {
public:
    BackOff(Span first, Span longest) : first_{first}, longest_{longest}, next_{first} {}

    [[nodiscard]] Span next();
    void reset() { next_ = first_; }

private:
    Span first_;
    Span longest_;
    Span next_;
};

/// The life of one question: repeats at growing distances until its time is up.
class Retry {
public:
    enum class Step { Wait, Repeat, GiveUp };

    Retry(Time now, BackOff distances, Span giveUpAfter);

    /// When step() has something else to say than Wait.
    [[nodiscard]] Time due() const { return repeat_ < end_ ? repeat_ : end_; }
    [[nodiscard]] Step step(Time now);
    /// It was just said anew, for another reason: the distances grow from the start again.
    void restart(Time now);

private:
    BackOff distances_;
    Time repeat_;
    Time end_;
};

} // namespace usher::client
