#include "broker/outlet/profiles.h"

namespace usher::outlet {

using namespace protocol;

const std::vector<Takes>& usualTakes(const Setup& setup, const std::optional<BandId>& band,
                                     std::size_t counter) {
    if (const Band* now = band ? setup.find(*band) : nullptr)
        for (const BandCounter& other : now->counters)
            if (other.counter == setup.counters[counter].id)
                return other.takes;
    return setup.counters[counter].takes;
}

Profiles profiles(const Setup& setup, const std::optional<BandId>& band) {
    Profiles all;
    for (std::size_t i = 0; i < setup.counters.size(); ++i)
        all.push_back(usualTakes(setup, band, i));
    return all;
}

Profiles profiles(const Setup& setup, const std::optional<BandId>& band,
                  const std::vector<CounterState>& counters) {
    Profiles all = profiles(setup, band);
    for (std::size_t i = 0; i < counters.size(); ++i)
        if (counters[i].profile)
            all[i] = counters[i].profile->takes;
    return all;
}

} // namespace usher::outlet
