#include "broker/client/retry.h"

#include <algorithm>

namespace usher::client {

Time after(Time time, Span span) {
    return span == Span::max() ? Time::max() : time + span;
}

Span BackOff::next() {
    const Span span = next_;
    next_ = std::min(next_ * 2, longest_);
    return span;
}

Retry::Retry(Time now, BackOff distances, Span giveUpAfter)
    : distances_{distances}, repeat_{now + distances_.next()}, end_{after(now, giveUpAfter)} {}

Retry::Step Retry::step(Time now) {
    if (now >= end_)
        return Step::GiveUp;
    if (now < repeat_)
        return Step::Wait;
    repeat_ = now + distances_.next();
    return Step::Repeat;
}

void Retry::restart(Time now) {
    distances_.reset();
    repeat_ = now + distances_.next();
}

} // namespace usher::client
