// Who comes when: a Poisson stream per class, its rate a function of the time.
#pragma once

#include "broker/forecast/chance.h"
#include "broker/simulate/scenario.h"

#include <limits>

namespace usher::simulate {

struct Coming {
    double at{}; ///< in units of the scenario
    std::size_t customerClass{};
};

class Arrivals {
public:
    Arrivals(const std::vector<CustomerClass>& classes, std::uint64_t seed,
             std::uint64_t replication);
    /// In order of time; nothing once no class has a rate any more.
    [[nodiscard]] std::optional<Coming> next();

private:
    static constexpr double nevermore = std::numeric_limits<double>::infinity();

    struct Stream {
        forecast::Chance chance;
        const std::vector<Piece>* rate;
        std::size_t piece{};
        double at{};
    };
    static void advance(Stream& stream);

    std::vector<Stream> streams_;
};

} // namespace usher::simulate
