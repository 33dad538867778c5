// [[band]]: the hours in which counters take other things than usual.
#include "broker/setup/bounds.h"
#include "broker/setup/clock_words.h"
#include "broker/setup/draft.h"

#include <algorithm>

namespace usher::setup {

namespace {

int minuteAt(Fields& band, std::string_view key, Problems& problems) {
    const auto word = band.word(key);
    if (!word)
        return 0;
    const auto minute = minuteOf(word->text);
    if (!minute)
        problems.add(word->place, "\"" + word->text + "\" is no time of day",
                     "write \"HH:MM\" between 00:00 and 24:00");
    return minute.value_or(0);
}

void readDays(Fields& fields, protocol::Band& band, Problems& problems) {
    const auto listed = [&](const char* key) {
        std::vector<Word> words = fields.words(key);
        if (fields.has(key) && words.empty())
            problems.add(fields.placeOf(key), "\"" + std::string{key} + "\" lists nothing",
                         "name some, or leave the key out");
        return words;
    };
    for (const Word& word : listed("weekdays")) {
        const auto at = std::find(weekdays.begin(), weekdays.end(), word.text);
        if (at == weekdays.end())
            problems.add(word.place, "\"" + word.text + "\" is no weekday",
                         suggestion(word.text, {weekdays.begin(), weekdays.end()}));
        else
            band.weekdays.push_back(static_cast<protocol::Weekday>(at - weekdays.begin()));
    }
    for (const Word& word : listed("dates")) {
        const auto date = protocol::dateFromText(word.text);
        if (!date)
            problems.add(word.place, "\"" + word.text + "\" is no date", "write \"YYYY-MM-DD\"");
        else
            band.dates.push_back(*date);
    }
}

void readBandCounters(Fields& fields, protocol::Band& band, BandPlaces& places, Names& names,
                      Problems& problems) {
    for (const Node& node : fields.tables("counter", countersMax)) {
        Fields one{node, "[[band.counter]]", problems};
        protocol::BandCounter counter;
        const auto id = one.word("id");
        if (id && names.refer(Noun::Counter, *id))
            counter.counter = protocol::CounterId::parse(id->text).value_or(protocol::CounterId{});
        const bool twice = std::any_of(
            band.counters.begin(), band.counters.end(),
            [&](const protocol::BandCounter& other) { return other.counter == counter.counter; });
        if (id && twice)
            problems.add(id->place, "counter \"" + id->text + "\" is there twice", "remove one");
        std::vector<TakesPlaces> takes;
        readTakes(one, counter.takes, takes, names, problems);
        band.counters.push_back(std::move(counter));
        places.counters.push_back(one.place());
        places.takes.push_back(std::move(takes));
        one.finish();
    }
}

} // namespace

void readBands(Fields& top, Draft& draft, Names& names, Problems& problems) {
    if (!top.has("band"))
        return;
    const std::size_t before = problems.size();
    for (const Node& node : top.tables("band", bandsMax)) {
        Fields fields{node, "[[band]]", problems};
        protocol::Band band;
        BandPlaces places{fields.place(), {}, {}};
        Word id;
        band.id = fields.name<protocol::BandId>("id", id);
        if (!id.text.empty())
            names.declare(Noun::Band, id);
        band.name = fields.names("name");
        readDays(fields, band, problems);
        band.from = minuteAt(fields, "from", problems);
        band.to = minuteAt(fields, "to", problems);
        if (band.from >= band.to && problems.size() == before)
            problems.add(fields.placeOf("to"), "the band ends before it begins",
                         "write the earlier time in \"from\"; a band ends at midnight");
        readBandCounters(fields, band, places, names, problems);
        draft.setup.bands.push_back(std::move(band));
        draft.places.bands.push_back(std::move(places));
        fields.finish();
    }
    draft.floorSound = draft.floorSound && problems.size() == before;
}

} // namespace usher::setup
