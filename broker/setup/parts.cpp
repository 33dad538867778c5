// [[zone]], [[group]], [[service]], [[tier]] and [[series]]: what the counters are set among.
#include "broker/setup/bounds.h"
#include "broker/setup/draft.h"

namespace usher::setup {

namespace {

template <class Id>
Id reference(Fields& fields, std::string_view key, Noun noun, Names& names) {
    const auto word = fields.word(key);
    if (!word || !names.refer(noun, *word))
        return {};
    return Id::parse(word->text).value_or(Id{});
}

template <class Id>
Id declaration(Fields& fields, Noun noun, Names& names) {
    Word word;
    const Id id = fields.name<Id>("id", word);
    if (!word.text.empty())
        names.declare(noun, word);
    return id;
}

void readZones(Fields& top, Draft& draft, Names& names, Problems& problems) {
    for (const Node& node : top.tables("zone", zonesMax)) {
        Fields fields{node, "[[zone]]", problems};
        const auto id = declaration<protocol::ZoneId>(fields, Noun::Zone, names);
        draft.setup.zones.push_back({id, fields.names("name"), fields.flag("self_service", false)});
        draft.places.zones.push_back(fields.place());
        fields.finish();
    }
}

void readGroups(Fields& top, Draft& draft, Names& names, Problems& problems) {
    for (const Node& node : top.tables("group", groupsMax)) {
        Fields fields{node, "[[group]]", problems};
        const auto id = declaration<protocol::GroupId>(fields, Noun::Group, names);
        draft.setup.groups.push_back({id, fields.names("name")});
        draft.places.groups.push_back(fields.place());
        fields.finish();
    }
}

void readServices(Fields& top, Draft& draft, Names& names, Problems& problems) {
    for (const Node& node : top.tables("service", servicesMax)) {
        Fields fields{node, "[[service]]", problems};
        protocol::Service service;
        service.id = declaration<protocol::ServiceId>(fields, Noun::Service, names);
        service.name = fields.names("name");
        service.group = reference<protocol::GroupId>(fields, "group", Noun::Group, names);
        service.zone = reference<protocol::ZoneId>(fields, "zone", Noun::Zone, names);
        service.typical = fields.minutes("typical_min", {1, spanMinutesMax});
        service.cash = fields.flag("cash", false);
        service.authoriser = fields.flag("authoriser", false);
        if (fields.has("head_start_min"))
            service.headStart = fields.minutes("head_start_min", {0, spanMinutesMax});
        draft.setup.services.push_back(std::move(service));
        draft.places.services.push_back(fields.place());
        draft.places.serviceZones.push_back(fields.placeOf("zone"));
        draft.places.serviceHeadStarts.push_back(fields.placeOf("head_start_min"));
        fields.finish();
    }
}

void readTiers(Fields& top, Draft& draft, Names& names, Problems& problems) {
    for (const Node& node : top.tables("tier", tiersMax)) {
        Fields fields{node, "[[tier]]", problems};
        protocol::Tier tier;
        tier.id = declaration<protocol::TierId>(fields, Noun::Tier, names);
        tier.name = fields.names("name");
        tier.headStart = fields.minutes("head_start_min", {0, spanMinutesMax});
        tier.target = fields.minutes("target_min", {1, spanMinutesMax});
        if (fields.has("zone"))
            tier.zone = reference<protocol::ZoneId>(fields, "zone", Noun::Zone, names);
        draft.setup.tiers.push_back(std::move(tier));
        draft.places.tiers.push_back(fields.place());
        draft.places.tierHeadStarts.push_back(fields.placeOf("head_start_min"));
        fields.finish();
    }
}

std::string readLetter(Fields& fields, Problems& problems) {
    const auto word = fields.word("letter");
    if (!word)
        return "";
    const bool capital = word->text.size() == 1 && word->text[0] >= 'A' && word->text[0] <= 'Z';
    if (!capital)
        problems.add(word->place, "\"letter\" is \"" + word->text + "\"",
                     "write one capital from A to Z");
    else if (word->text == "V")
        problems.add(word->place, "the letter V gives the customer away",
                     "write a neutral letter, as A, H, M or T");
    return word->text;
}

void readSeries(Fields& top, Draft& draft, Names& names, Problems& problems) {
    for (const Node& node : top.tables("series", seriesMax)) {
        Fields fields{node, "[[series]]", problems};
        protocol::Series series;
        series.letter = readLetter(fields, problems);
        const Range numbers{1, seriesNumberMax};
        series.first = static_cast<std::uint32_t>(fields.whole("first", numbers).value_or(1));
        series.last =
            static_cast<std::uint32_t>(fields.whole("last", numbers).value_or(seriesNumberMax));
        if (series.first > series.last)
            problems.add(fields.placeOf("first"), "the series begins after it ends",
                         "write the smaller number in \"first\"");
        const std::size_t before = problems.size();
        std::vector<Word> tiers = fields.words("tiers");
        for (const Word& word : tiers)
            if (names.refer(Noun::Tier, word))
                if (const auto id = protocol::TierId::parse(word.text))
                    series.tiers.push_back(*id);
        if (tiers.empty() && problems.size() == before)
            problems.add(fields.place(), "the series numbers no tier",
                         "add \"tiers\" with one or more ids");
        draft.setup.series.push_back(std::move(series));
        draft.places.series.push_back(fields.place());
        draft.places.seriesTiers.push_back(std::move(tiers));
        fields.finish();
    }
}

} // namespace

void readParts(Fields& top, Draft& draft, Names& names, Problems& problems) {
    const std::size_t before = problems.size();
    readZones(top, draft, names, problems);
    readGroups(top, draft, names, problems);
    readServices(top, draft, names, problems);
    const std::size_t beforeTiers = problems.size();
    readTiers(top, draft, names, problems);
    draft.floorSound = problems.size() == before;
    const std::size_t beforeSeries = problems.size();
    readSeries(top, draft, names, problems);
    draft.seriesSound = problems.size() == beforeSeries && beforeSeries == beforeTiers;
}

} // namespace usher::setup
