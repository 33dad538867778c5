#include "broker/sim/class_tables.h"

#include "broker/sim/file_bounds.h"

namespace usher::sim {

using namespace simulate;
using setup::Fields;
using setup::Node;
using setup::Problems;
using setup::Word;

namespace {

const std::vector<std::string> shapes{"exponential", "deterministic", "lognormal", "erlang"};

std::optional<double> plainNumber(const Node& node) {
    if (const auto* whole = std::get_if<std::int64_t>(&node.value))
        return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&node.value))
        return *real;
    return std::nullopt;
}

std::optional<Piece> readStep(const Node& node) {
    const auto* pair = std::get_if<std::vector<Node>>(&node.value);
    if (pair == nullptr || pair->size() != 2)
        return std::nullopt;
    const auto from = plainNumber(pair->front());
    const auto rate = plainNumber(pair->back());
    if (!from || !rate || !(*from >= 0 && *from <= timeMax) || !(*rate >= 0 && *rate <= rateMax))
        return std::nullopt;
    return Piece{*from, *rate};
}

Length readLength(Fields& of, std::string_view key, Problems& problems) {
    const Node* node = of.required(key);
    if (node == nullptr)
        return {};
    Fields fields{*node, key, problems};
    Length length;
    length.shape = static_cast<Shape>(fields.choice("distribution", shapes));
    length.mean = fields.number("mean", smallest, timeMax);
    if (length.shape == Shape::Lognormal)
        length.cv = fields.number("cv", 0, cvMax);
    if (length.shape == Shape::Erlang)
        length.stages = static_cast<unsigned>(fields.whole("stages", {1, stagesMax}).value_or(1));
    fields.finish();
    return length;
}

/// The class's share of the customers, in the shape of the day.
std::vector<Piece> shareOut(double share, const Crowd& crowd) {
    const double mean = share * *crowd.customers / *crowd.minutes;
    if (crowd.shape.empty())
        return {{0, mean}};
    std::vector<Piece> pieces = crowd.shape;
    const double whole = expectedOf(pieces, *crowd.minutes) / *crowd.minutes;
    for (Piece& piece : pieces)
        piece.rate = whole > 0 ? piece.rate / whole * mean : 0;
    return pieces;
}

std::vector<Piece> readRate(Fields& fields, const Crowd& crowd, Problems& problems) {
    const bool shared = fields.has("share");
    if (fields.has("rate") + fields.has("profile") + shared > 1)
        problems.add(fields.placeOf(shared ? "share" : "profile"),
                     R"(a class has a "rate", a "profile" or a "share")", "keep one of them");
    if (shared && (!crowd.customers || !crowd.minutes)) {
        problems.add(fields.placeOf("share"), "a share of how many customers?",
                     R"(say at the top how many "customers" come in how many "minutes")");
        return {{0, 0}};
    }
    if (shared)
        return shareOut(fields.number("share", 0, 1), crowd);
    if (fields.has("profile"))
        return readSteps(fields, "profile", problems);
    return {{0, fields.number("rate", 0, rateMax)}};
}

CustomerClass readClass(Fields& fields, const std::string& name, const Crowd& crowd,
                        Problems& problems) {
    CustomerClass one;
    one.name = name;
    const auto wordOr = [&](std::string_view key) {
        return fields.has(key) ? fields.word(key).value_or(Word{}).text : name;
    };
    one.tier = wordOr("tier");
    one.business = wordOr("business");
    one.rate = readRate(fields, crowd, problems);
    one.service = readLength(fields, "service", problems);
    const auto numberOr = [&](std::string_view key, double least, double absent) {
        return fields.has(key) ? fields.number(key, least, timeMax) : absent;
    };
    const auto wholeOr = [&](std::string_view key, std::int64_t least, std::int64_t absent) {
        return fields.has(key) ? fields.whole(key, {least, 1000}).value_or(absent) : absent;
    };
    one.headStart = numberOr("head_start", 0, 0);
    one.rank = static_cast<int>(wholeOr("rank", 1, 1));
    one.weight = numberOr("weight", smallest, 1);
    one.reserve = static_cast<std::uint32_t>(wholeOr("reserve", 0, 0));
    if (fields.has("patience"))
        one.patience = readLength(fields, "patience", problems);
    if (fields.has("target"))
        one.target = fields.number("target", 0, timeMax);
    return one;
}

} // namespace

std::vector<Piece> readSteps(Fields& fields, std::string_view key, Problems& problems) {
    std::vector<Piece> pieces;
    for (const Node& node : fields.tables(key, stepsMax)) {
        const auto piece = readStep(node);
        if (!piece || (pieces.empty() ? piece->from != 0 : piece->from <= pieces.back().from)) {
            problems.add(node.place, "this is no step of a \"" + std::string{key} + "\"",
                         "write [time, number]: the first from 0, each later than the one before");
            break;
        }
        pieces.push_back(*piece);
    }
    if (pieces.empty())
        pieces.push_back({0, 0});
    return pieces;
}

ClassTables readClasses(Fields& top, const Crowd& crowd, Problems& problems) {
    ClassTables read;
    for (const Node& node : top.tables("class", classesMax)) {
        Fields fields{node, "[[class]]", problems};
        const Word name = fields.word("name").value_or(Word{"", fields.place()});
        for (const CustomerClass& other : read.classes)
            if (!name.text.empty() && other.name == name.text)
                problems.add(name.place, "class \"" + name.text + "\" is there twice",
                             "give this one another name");
        read.classes.push_back(readClass(fields, name.text, crowd, problems));
        read.places.push_back(name.place);
        read.ranked.push_back(fields.has("rank"));
        fields.finish();
    }
    return read;
}

} // namespace usher::sim
