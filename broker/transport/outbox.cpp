#include "broker/transport/outbox.h"

namespace usher::transport {

ZmqOutbox::ZmqOutbox(Door& door, Feeds& feeds, std::uint64_t epoch)
    : door_{door}, feeds_{feeds}, epoch_{epoch} {}

void ZmqOutbox::reply(engine::ReplyTo to, const protocol::CommandId& id,
                      const engine::Reply& reply) {
    door_.reply(to, id, reply);
}
void ZmqOutbox::publish(std::span<const protocol::Record> records) {
    feeds_.publish(epoch_, records);
}
void ZmqOutbox::publish(const protocol::Board& board) {
    feeds_.publish(board);
}
void ZmqOutbox::publish(const protocol::Beat& beat) {
    feeds_.publish(beat);
}
bool ZmqOutbox::reaches(engine::ReplyTo to) {
    return door_.reaches(to);
}

} // namespace usher::transport
