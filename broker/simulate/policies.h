// Rules other than the house's own, to compare it with.
//
// Each says whom a counter would call, from the same floor and line. Inside a class all of them are
// first come, first served. None is used by the live broker.
#pragma once

#include "broker/forecast/roll.h"

#include <cstdint>
#include <span>

namespace usher::simulate {

/// Calls f(row, first of the row) for every class this counter may take now.
template <class F>
void forTakeable(const outlet::Floor& floor, const outlet::Line& line, outlet::Index counter,
                 protocol::Moment now, F f) {
    for (const outlet::Row& row : line.rows()) {
        if (row.empty())
            continue;
        const outlet::Standing& first = *row.begin();
        const auto delay = rules::delayAt(floor, counter, row.kind());
        if (delay && first.arrival + *delay <= now)
            f(row, first);
    }
}

/// Priority grows with waiting, at a rate of the class (Kleinrock's accumulating priority).
struct Accumulating {
    std::span<const double> weights; ///< by class

    std::optional<rules::Candidate> operator()(const outlet::Floor& floor, const outlet::Line& line,
                                               outlet::Index counter, protocol::Moment now,
                                               std::size_t) const {
        std::optional<rules::Candidate> best;
        double most = -1;
        forTakeable(floor, line, counter, now, [&](const outlet::Row& row, const auto& first) {
            const double priority =
                weights[row.kind().service] * static_cast<double>((now - first.arrival).count());
            if (priority > most || (priority == most && first < best->standing)) {
                most = priority;
                best = {first, row.kind(), false};
            }
        });
        return best;
    }
};

/// A class may take a counter only if so many more are idle; then by rank, which is in the key.
struct Reserve {
    std::span<const std::uint32_t> reserves; ///< by class

    std::optional<rules::Candidate> operator()(const outlet::Floor& floor, const outlet::Line& line,
                                               outlet::Index counter, protocol::Moment now,
                                               std::size_t idle) const {
        std::optional<rules::Candidate> best;
        forTakeable(floor, line, counter, now, [&](const outlet::Row& row, const auto& first) {
            if (idle > reserves[row.kind().service] && (!best || first < best->standing))
                best = {first, row.kind(), false};
        });
        return best;
    }
};

} // namespace usher::simulate
