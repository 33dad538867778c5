#include "tests/simulation/outbox.h"

#include "tests/simulation/tamper.h"

namespace usher::world {

using namespace protocol;

namespace {

/// As it arrives: spelt and read again.
template <class T>
std::shared_ptr<const T> sent(wire::Decoded<T> decoded) {
    auto* value = std::get_if<T>(&decoded);
    if (value == nullptr) {
        const auto& bad = std::get<wire::BadBytes>(decoded);
        throw Violation{"wire", "cannot be read again: " + bad.where + " " + bad.what};
    }
    return std::make_shared<const T>(std::move(*value));
}

} // namespace

void WorldOutbox::reply(engine::ReplyTo to, const CommandId& id, const engine::Reply& reply) {
    steps_.step();
    const std::size_t device = nature_.plant == Plant::RepliesSwapped ? last_ : to;
    const std::string frame = wire::encode(wire::Told{id, reply});
    checks_.saying(branch_.devices[device], id, reply, frame);
    network_.carry(device, [ear = ears_[device], frame] { ear->hearDoor(frame); });
}

template <class Tell>
void WorldOutbox::toStaff(Tell tell) {
    for (std::size_t i = 0; i < ears_.size(); ++i)
        if ((only(branch_.devices[i].role) & staffListeners) != 0)
            network_.carry(i, [tell, ear = ears_[i]] { tell(*ear); });
}

void WorldOutbox::publish(std::span<const Record> records) {
    steps_.step();
    const std::vector<Record> said = written(nature_.plant, records);
    checks_.publishing(said);
    const auto news = sent(wire::decodeNews(wire::encodeNews(epoch_, said)));
    toStaff([news](Ear& ear) { ear.hearNews(*news); });
}

void WorldOutbox::publish(const Beat& beat) {
    steps_.step();
    const std::string body = wire::encode(beat);
    checks_.publishing(beat, body);
    const auto told = sent(wire::decodeBeat(body));
    toStaff([told](Ear& ear) { ear.hearBeat(*told); });
}

void WorldOutbox::publish(const Board& board) {
    steps_.step();
    Board shown = board;
    if (nature_.plant == Plant::BoardLeaksTier)
        for (BoardCall& call : shown.calls)
            for (const auto& [id, ticket] : checks_.truth().tickets())
                if (ticket.number == call.number)
                    call.counterName.en += " (" + ticket.tier.str() + ")";
    const std::string body = wire::encode(shown);
    checks_.publishing(shown, body);
    const auto told = sent(wire::decodeBoard(body));
    for (std::size_t i = 0; i < ears_.size(); ++i)
        if (branch_.devices[i].role == Role::Hall || branch_.devices[i].role == Role::Kiosk)
            network_.carry(i, [told, ear = ears_[i]] { ear->hearBoard(*told); });
}

} // namespace usher::world
