#include "broker/outlet/profiles.h"

namespace usher::outlet {

using namespace protocol;

Profiles profiles(const Setup& setup, const std::optional<BandId>& band) {
    const Band* now = band ? setup.find(*band) : nullptr;
    Profiles all;
    for (const Counter& counter : setup.counters) {
        all.push_back(counter.takes);
        if (now != nullptr)
            for (const BandCounter& other : now->counters)
                if (other.counter == counter.id)
                    all.back() = other.takes;
    }
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
