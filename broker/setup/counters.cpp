// [[counter]]: the windows, desks and machines, and what each of them takes.
#include "broker/setup/bounds.h"
#include "broker/setup/draft.h"

#include <algorithm>

namespace usher::setup {

namespace {

/// The ids of a list; a list that is there but empty, or says something twice, is a problem.
template <class Id>
std::vector<Id> listed(Fields& fields, std::string_view key, Noun noun, Names& names,
                       Problems& problems) {
    std::vector<Id> ids;
    const std::vector<Word> words = fields.words(key);
    if (fields.has(key) && words.empty())
        problems.add(fields.placeOf(key), "\"" + std::string{key} + "\" lists nothing",
                     "name some, or leave the key out to take all");
    for (const Word& word : words) {
        if (!names.refer(noun, word))
            continue;
        const Id id = Id::parse(word.text).value_or(Id{});
        if (std::find(ids.begin(), ids.end(), id) != ids.end())
            problems.add(word.place, "\"" + word.text + "\" is there twice", "remove one");
        else
            ids.push_back(id);
    }
    return ids;
}

void checkNumber(const Draft& draft, std::uint32_t number, Place place, Problems& problems) {
    for (std::size_t i = 0; i < draft.setup.counters.size(); ++i)
        if (number != 0 && draft.setup.counters[i].number == number) {
            problems.add(place, "counter number " + std::to_string(number) + " is there twice",
                         "give this counter another: the first is in line " +
                             std::to_string(draft.places.counters[i].line));
            return;
        }
}

} // namespace

void readTakes(Fields& counter, std::vector<protocol::Takes>& into,
               std::vector<TakesPlaces>& places, Names& names, Problems& problems) {
    if (!counter.has("takes")) {
        problems.add(counter.place(), "the counter takes nothing", "add a [[counter.takes]]");
        return;
    }
    for (const Node& node : counter.tables("takes", takesMax)) {
        Fields fields{node, "[[counter.takes]]", problems};
        protocol::Takes takes;
        takes.services =
            listed<protocol::ServiceId>(fields, "services", Noun::Service, names, problems);
        takes.tiers = listed<protocol::TierId>(fields, "tiers", Noun::Tier, names, problems);
        if (fields.has("after_min"))
            takes.after = fields.minutes("after_min", {0, spanMinutesMax});
        into.push_back(std::move(takes));
        places.push_back({fields.place(), fields.placeOf("after_min")});
        fields.finish();
    }
}

void readCounters(Fields& top, Draft& draft, Names& names, Problems& problems) {
    const std::size_t before = problems.size();
    for (const Node& node : top.tables("counter", countersMax)) {
        Fields fields{node, "[[counter]]", problems};
        protocol::Counter counter;
        Word id;
        counter.id = fields.name<protocol::CounterId>("id", id);
        if (!id.text.empty())
            names.declare(Noun::Counter, id);
        counter.number =
            static_cast<std::uint32_t>(fields.whole("number", {1, counterNumberMax}).value_or(0));
        checkNumber(draft, counter.number, fields.placeOf("number"), problems);
        counter.name = fields.names("name");
        const auto zone = fields.word("zone");
        if (zone && names.refer(Noun::Zone, *zone))
            counter.zone = protocol::ZoneId::parse(zone->text).value_or(protocol::ZoneId{});
        std::vector<TakesPlaces> takes;
        readTakes(fields, counter.takes, takes, names, problems);
        draft.setup.counters.push_back(std::move(counter));
        draft.places.counters.push_back(fields.place());
        draft.places.takes.push_back(std::move(takes));
        fields.finish();
    }
    draft.floorSound = draft.floorSound && problems.size() == before;
}

} // namespace usher::setup
