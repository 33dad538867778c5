#include "broker/simulate/arrivals.h"

#include <algorithm>

namespace usher::simulate {

Arrivals::Arrivals(const std::vector<CustomerClass>& classes, std::uint64_t seed,
                   std::uint64_t replication) {
    for (std::size_t i = 0; i < classes.size(); ++i) {
        streams_.push_back({forecast::Chance{seed, replication, i, 'a'}, &classes[i].rate, 0, 0});
        advance(streams_.back());
    }
}

std::optional<Coming> Arrivals::next() {
    std::size_t first = 0;
    for (std::size_t i = 1; i < streams_.size(); ++i)
        if (streams_[i].at < streams_[first].at)
            first = i;
    const double at = streams_[first].at;
    if (at == nevermore)
        return std::nullopt;
    advance(streams_[first]);
    return Coming{at, first};
}

// A Poisson process with a stepwise rate: a unit of hazard is spent piece by piece.
void Arrivals::advance(Stream& stream) {
    const std::vector<Piece>& rate = *stream.rate;
    double hazard = stream.chance.exponential(1);
    for (;; ++stream.piece, stream.at = rate[stream.piece].from) {
        const double speed = rate[stream.piece].rate;
        const bool last = stream.piece + 1 == rate.size();
        const double reach = last ? nevermore : (rate[stream.piece + 1].from - stream.at) * speed;
        if (speed > 0 && hazard <= reach) {
            stream.at += hazard / speed;
            return;
        }
        if (last) {
            stream.at = nevermore;
            return;
        }
        hazard -= reach;
    }
}

} // namespace usher::simulate
