// A setup as far as it has been read, with the places everything came from.
//
// Each reader takes its tables out of the file and reports what is wrong within them; what only the
// whole outlet can tell is left to check.h.
#pragma once

#include "broker/protocol/setup.h"
#include "broker/setup/fields.h"
#include "broker/setup/names.h"

#include <vector>

namespace usher::setup {

struct TakesPlaces {
    Place takes;
    Place after;
};

/// As many counters, and takes of each, as the band has.
struct BandPlaces {
    Place band;
    std::vector<Place> counters;
    std::vector<std::vector<TakesPlaces>> takes;
};

/// As many as the setup has of each, in the same order.
struct Places {
    std::vector<Place> zones, groups, services, tiers, series, counters;
    std::vector<Place> serviceZones, serviceHeadStarts, tierHeadStarts;
    Place appointment, returning; ///< the policy's head starts
    Place degradedBelow;
    std::vector<std::vector<Word>> seriesTiers;
    std::vector<std::vector<TakesPlaces>> takes;
    std::vector<BandPlaces> bands;
};

struct Draft {
    protocol::Setup setup;
    Places places;
    bool floorSound{};  ///< zones, groups, services, tiers and counters read without a problem
    bool seriesSound{}; ///< so did tiers and series
};

/// [outlet], [hours] and [policy]
void readOpening(Fields& top, Draft& draft, Problems& problems);
/// [[zone]], [[group]], [[service]], [[tier]] and [[series]]
void readParts(Fields& top, Draft& draft, Names& names, Problems& problems);
/// [[counter]]
void readCounters(Fields& top, Draft& draft, Names& names, Problems& problems);
/// The [[takes]] of one counter, into `takes` and `places`.
void readTakes(Fields& counter, std::vector<protocol::Takes>& takes,
               std::vector<TakesPlaces>& places, Names& names, Problems& problems);
/// [[band]]
void readBands(Fields& top, Draft& draft, Names& names, Problems& problems);

} // namespace usher::setup
