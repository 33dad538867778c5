// What others tell a customer, computed beside ours from the same picture.
#pragma once

#include "broker/forecast/correction.h"

#include <array>
#include <cstddef>

namespace usher::sim {

/// The waits of one class so far today, seconds.
class History {
public:
    void called(double waited);
    [[nodiscard]] const forecast::Delays& delays() const { return delays_; }
    /// Mean of the last ten; 0 before the first.
    [[nodiscard]] double lastTen() const;

private:
    forecast::Delays delays_;
    std::array<double, 10> recent_{};
    std::size_t count_{};
};

/// A customer has just joined the line.
struct Joined {
    const forecast::Start& start; ///< in whose line they stand already
    forecast::InLine customer;
    const std::vector<double>& means; ///< of the services, seconds
};

/// How long the first of the same class has waited; 0 if there is none.
[[nodiscard]] double headOfLine(const Joined& joined);
/// Waiting for the service, this customer too, times its mean, over the counters that may take
/// them: what a ticket machine prints.
[[nodiscard]] double ticketMachine(const Joined& joined);
/// Work that will be called first, as far as it is done at counters that may take the customer too.
[[nodiscard]] double workAhead(const Joined& joined);

} // namespace usher::sim
