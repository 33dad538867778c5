#include "broker/wire/codec.h"

#include "broker/protocol/limits.h"
#include "broker/wire/older.h"
#include "broker/wire/reader.h"
#include "broker/wire/spell.h"
#include "broker/wire/wiped_desk.h"

#include <algorithm>
#include <cstring>
#include <set>

namespace usher::wire {

using namespace protocol;

BOOST_DESCRIBE_STRUCT(KeyFile, (),
                      (name, role, door, staff, board, brokerKey, publicKey, secretKey))

namespace {

BadBytes bad(const Reader& reader) {
    return {Refusal::Malformed, reader.where(), reader.what()};
}

json::value parse(std::string_view bytes, json::error_code& error,
                  const json::storage_ptr& memory = {}) {
    json::parse_options options;
    options.max_depth = nestingMax;
    return json::parse({bytes.data(), bytes.size()}, error, memory, options);
}

/// Where most values fit without asking for memory piece by piece.
struct Desk {
    unsigned char memory[8192];
    json::monotonic_resource resource{memory, sizeof memory};
};

/// Out of the journal: what is not today's is read as an older Usher's.
template <class T>
Decoded<T> decodeWhole(std::string_view bytes) {
    Desk desk;
    json::error_code error;
    json::value value = parse(bytes, error, &desk.resource);
    if (error)
        return BadBytes{Refusal::Malformed, "", "not JSON: " + error.message()};
    T result{};
    if (Reader reader{Gaps::None}; reader.read(value, result), reader.good())
        return result;
    bringUpToDate(value);
    result = {};
    Reader reader{Gaps::Any};
    reader.read(value, result);
    if (!reader.good())
        return bad(reader);
    return result;
}

/// Opens the envelope: an object of version `protocolVersion`.
std::optional<BadBytes> openEnvelope(const json::value& value, const json::error_code& error) {
    if (error)
        return BadBytes{Refusal::Malformed, "", "not JSON: " + error.message()};
    if (!value.is_object())
        return BadBytes{Refusal::Malformed, "", "expected an object"};
    const json::value* version = value.get_object().if_contains("v");
    if (!version || !version->is_int64())
        return BadBytes{Refusal::Malformed, "v", "expected the version of the protocol"};
    if (version->get_int64() != protocolVersion)
        return BadBytes{Refusal::UnsupportedVersion, "v",
                        "this broker speaks version " + std::to_string(protocolVersion)};
    return std::nullopt;
}

/// Room for the most usual messages at once.
constexpr std::size_t usualBytes = 1024;

template <class T>
std::string encodeWhole(const T& value) {
    std::string text;
    text.reserve(usualBytes);
    spell(value, text);
    return text;
}

void putVersion(std::string& text) {
    text += "\"v\":";
    spellInteger(protocolVersion, text);
}

/// Members of a described struct beside "v".
template <class T>
std::string encodeFlat(const T& value) {
    std::string text{"{"};
    text.reserve(usualBytes);
    spellMembers(value, text);
    putVersion(text);
    return text += '}';
}
template <class T>
Decoded<T> decodeFlat(std::string_view bytes) {
    json::error_code error;
    json::value value = parse(bytes, error);
    if (auto trouble = openEnvelope(value, error))
        return *trouble;
    value.get_object().erase("v");
    Reader reader{Gaps::None};
    T result{};
    reader.read(value, result);
    if (!reader.good())
        return bad(reader);
    return result;
}

void putReply(std::string& text, const std::variant<Answer, Refusal>& reply) {
    if (const auto* answer = std::get_if<Answer>(&reply)) {
        text += "\"answer\":";
        spell(*answer, text);
    } else {
        text += "\"refusal\":";
        spell(std::get<Refusal>(reply), text);
    }
}

/// {"v":1,"id":"..."
std::string openFrame(const CommandId& id) {
    std::string text{"{"};
    text.reserve(usualBytes);
    putVersion(text);
    text += ",\"id\":";
    spell(id, text);
    return text += ',';
}

void readReply(Reader& reader, const json::object& object, std::variant<Answer, Refusal>& into) {
    if (object.contains("refusal"))
        reader.member(object, "refusal", into.emplace<Refusal>());
    else
        reader.member(object, "answer", into.emplace<Answer>());
}

} // namespace

Decoded<Ask> decodeAsk(std::string_view bytes) {
    if (bytes.size() > frameBytesMax)
        return BadBytes{Refusal::TooLarge, "", "more than 65536 bytes"};
    WipedDesk desk;
    json::error_code error;
    const json::value value = desk.parse(bytes, error);
    if (auto trouble = openEnvelope(value, error))
        return *trouble;
    Reader reader{Gaps::Usual};
    Ask ask;
    const json::object& object = value.get_object();
    reader.onlyMembers(object, {"v", "id", "ask"});
    reader.member(object, "id", ask.id);
    reader.member(object, "ask", ask.command);
    if (!reader.good())
        return bad(reader);
    return ask;
}

namespace {

constexpr std::size_t memberNameMax = 100; ///< bytes, several times those of any there is

/// A command as JSON; the words named in `texts` are text whatever they look like.
std::variant<json::value, BadBytes> objectFromWords(std::string_view name,
                                                    std::span<const std::string> words,
                                                    const std::set<std::string>& texts) {
    json::object object;
    object.emplace("type", name);
    for (const std::string& word : words) {
        const auto equals = word.find('=');
        if (equals == std::string::npos) // which may be a secret: it is not repeated
            return BadBytes{Refusal::Malformed, "", "takes words such as name=value, all of them"};
        const std::string path = word.substr(0, equals);
        if (path.size() > memberNameMax) // nor is what nobody could mean
            return BadBytes{Refusal::Malformed, "", "no member has a name as long as that"};
        const std::string text = word.substr(equals + 1);
        json::error_code error;
        json::value value = json::parse(text, error);
        if (error || value.is_null() || texts.contains(path)) {
            std::string quoted;
            spellText(text, quoted);
            value = json::parse(quoted, error); // a terminal may send what is no UTF-8
            if (error)
                return BadBytes{Refusal::Malformed, path, "expected text in UTF-8"};
        }
        const auto dot = path.find('.');
        if (dot == std::string::npos)
            object[path] = std::move(value);
        else {
            json::value& outer = object[path.substr(0, dot)];
            if (!outer.is_object())
                outer.emplace_object();
            outer.get_object()[path.substr(dot + 1)] = std::move(value);
        }
    }
    return json::value(std::move(object));
}

} // namespace

Decoded<Command> commandFromWords(std::string_view name, std::span<const std::string> words) {
    std::set<std::string> texts;
    for (;;) {
        const auto object = objectFromWords(name, words, texts);
        if (const auto* wrong = std::get_if<BadBytes>(&object))
            return *wrong;
        Reader reader{Gaps::Usual};
        Command command;
        reader.read(std::get<json::value>(object), command);
        if (reader.good())
            return command;
        // A reference or a name may be all digits: then it is taken as text.
        BadBytes wrong = bad(reader);
        const bool named = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
            return word.rfind(wrong.where + "=", 0) == 0;
        });
        if (!named || !texts.insert(wrong.where).second)
            return wrong;
    }
}

CommandId idOf(std::string_view bytes) {
    if (bytes.size() > frameBytesMax)
        return {};
    WipedDesk desk; // what was wrong with it may be where the secret stands
    json::error_code error;
    const json::value value = desk.parse(bytes, error);
    if (error || !value.is_object())
        return {};
    const json::value* id = value.get_object().if_contains("id");
    if (!id || !id->is_string())
        return {};
    return commandIdFromHex(std::string_view{id->get_string()}).value_or(CommandId{});
}

// A command has room from the start: its text is never moved, so its secret is nowhere else.
std::string encode(const Ask& ask) {
    std::string text = openFrame(ask.id);
    text += "\"ask\":";
    spell(ask.command, text);
    return text += '}';
}

std::string encode(const Told& told) {
    std::string text = openFrame(told.id);
    putReply(text, told.reply);
    return text += '}';
}

Decoded<Told> decodeTold(std::string_view bytes) {
    Desk desk;
    json::error_code error;
    const json::value value = parse(bytes, error, &desk.resource);
    if (auto trouble = openEnvelope(value, error))
        return *trouble;
    Reader reader{Gaps::None};
    Told told;
    const json::object& object = value.get_object();
    reader.member(object, "id", told.id);
    readReply(reader, object, told.reply);
    if (!reader.good())
        return bad(reader);
    return told;
}

std::string encode(const std::variant<Answer, Refusal>& reply) {
    std::string text{"{"};
    text.reserve(usualBytes);
    putReply(text, reply);
    return text += '}';
}

Decoded<std::variant<Answer, Refusal>> decodeReply(std::string_view bytes) {
    Desk desk;
    json::error_code error;
    const json::value value = parse(bytes, error, &desk.resource);
    if (error || !value.is_object())
        return BadBytes{Refusal::Malformed, "", "not a JSON object"};
    Reader reader{Gaps::Any}; // kept in the journal, perhaps for long
    std::variant<Answer, Refusal> reply;
    readReply(reader, value.get_object(), reply);
    if (!reader.good())
        return bad(reader);
    return reply;
}

std::string encodeNews(std::uint64_t epoch, std::span<const Record> records) {
    std::string text{"{"};
    text.reserve(usualBytes * records.size() + usualBytes);
    putVersion(text);
    text += ",\"epoch\":";
    spellInteger(epoch, text);
    text += ",\"records\":";
    spellList(records, text);
    return text += '}';
}

Decoded<News> decodeNews(std::string_view bytes) {
    Desk desk;
    json::error_code error;
    const json::value value = parse(bytes, error, &desk.resource);
    if (auto trouble = openEnvelope(value, error))
        return *trouble;
    Reader reader{Gaps::None};
    News news;
    const json::object& object = value.get_object();
    reader.onlyMembers(object, {"v", "epoch", "records"});
    reader.member(object, "epoch", news.epoch);
    reader.member(object, "records", news.records);
    if (!reader.good())
        return bad(reader);
    return news;
}

std::string encode(const Beat& beat) {
    return encodeFlat(beat);
}
Decoded<Beat> decodeBeat(std::string_view bytes) {
    return decodeFlat<Beat>(bytes);
}
std::string encode(const Board& board) {
    return encodeFlat(board);
}
Decoded<Board> decodeBoard(std::string_view bytes) {
    return decodeFlat<Board>(bytes);
}

std::string encode(const Event& event) {
    return encodeWhole(event);
}
Decoded<Event> decodeEvent(std::string_view bytes) {
    return decodeWhole<Event>(bytes);
}
std::string encode(const Record& record) {
    return encodeWhole(record);
}
Decoded<Record> decodeRecord(std::string_view bytes) {
    return decodeWhole<Record>(bytes);
}
std::string encode(const Snapshot& snapshot) {
    return encodeWhole(snapshot);
}
Decoded<Snapshot> decodeSnapshot(std::string_view bytes) {
    return decodeWhole<Snapshot>(bytes);
}
std::string encode(const Foreseen& found) {
    return encodeWhole(found);
}
std::string encode(const KeyFile& file) {
    return encodeFlat(file);
}
Decoded<KeyFile> decodeKeyFile(std::string_view bytes) {
    return decodeFlat<KeyFile>(bytes);
}

} // namespace usher::wire
