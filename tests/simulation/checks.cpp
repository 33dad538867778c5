#include "tests/simulation/checks.h"

#include "broker/wire/codec.h"

#include <algorithm>

namespace usher::world {

using namespace protocol;

namespace {

void require(bool holds, const char* checker, const std::string& what) {
    if (!holds)
        throw Violation{checker, what};
}

bool is(const engine::Reply& reply, Refusal refusal) {
    const auto* why = std::get_if<Refusal>(&reply);
    return why != nullptr && *why == refusal;
}

/// What the command is called in the journal, once the vault has seen to it.
std::string inTheJournal(const std::string& name) {
    return name == "IdentifyCard" ? "CardLookedUp" : name == "SignOn" ? "PinChecked" : name;
}

} // namespace

void Checks::asking(const Device& device, const CommandId& id, std::uint64_t wish,
                    const std::string& name, bool question) {
    asked_.try_emplace(id, Asked{device.id, wish, name, question});
}

void Checks::saying(const Device& device, const CommandId& id, const engine::Reply& reply,
                    const std::string& frame) {
    secrets(frame, "a reply");
    const auto asked = asked_.find(id);
    require(asked != asked_.end(), "replies", "a reply to what nobody asked");
    if (is(reply, Refusal::DuplicateId)) {
        require(asked->second.by != device.id, "replies", "a repeat is called somebody else's");
        return nature_.count("somebody else's command refused");
    }
    if (is(reply, Refusal::NotPermitted) && asked->second.by != device.id)
        return nature_.count("somebody else's command refused at the door");
    require(asked->second.by == device.id, "replies",
            asked->second.by.str() + "'s reply goes to " + device.id.str());
    if (asked->second.question)
        return;
    if (is(reply, Refusal::Unavailable)) {
        require(!said_.contains(id), "replies", "answered, and then Unavailable");
        unavailable_.insert(id);
        return;
    }
    const std::string spelt = wire::encode(reply);
    const auto [first, fresh] = said_.try_emplace(id, spelt);
    require(first->second == spelt, "replies",
            asked->second.name + " got another answer: " + spelt + " after " + first->second);
    nature_.count(fresh ? "answered" : "the same answer again");
    const auto kept = log_.answers().find(id);
    require(kept != log_.answers().end() && kept->second.spelt == spelt, "acknowledged",
            asked->second.name + " is answered and its answer not on the disk");
}

void Checks::durable() {
    ++transactions_;
    const auto& records = log_.records();
    while (witness_.outlet().sequence() < records.size()) {
        const std::size_t next = witness_.outlet().sequence();
        attribute(records[next]);
        secrets(log_.lines()[next], "the journal");
        witness_.take(records[next]);
    }
    checkCounters(witness_.outlet());
}

/// Whose doing a record is; and that nothing wished once is done twice.
void Checks::attribute(const Record& record) {
    const auto asked = asked_.find(record.cause);
    if (record.by.empty())
        return;
    require(asked != asked_.end(), "exactly once", "an event that nobody asked for");
    require(asked->second.by == record.by, "exactly once", "an event by somebody else");
    require(inTheJournal(asked->second.name) == record.what, "exactly once",
            asked->second.name + " is in the journal as " + record.what);
    require(log_.answers().contains(record.cause), "exactly once",
            asked->second.name + " is on the disk without its answer");
    const auto [at, fresh] =
        done_.try_emplace(asked->second.wish, std::pair{record.cause, transactions_});
    // All of one command is one transaction.
    require(at->second == std::pair{record.cause, transactions_}, "exactly once",
            asked->second.name + " was wished once and done twice");
    if (fresh && unavailable_.contains(record.cause))
        nature_.count("done after all, once Unavailable");
}

void Checks::starting(Sequence from, std::uint64_t epoch) {
    require(epoch > epoch_, "feeds", "an epoch comes again");
    epoch_ = epoch;
    published_ = from;
}

void Checks::publishing(std::span<const Record> records) {
    for (const Record& record : records) {
        require(record.sequence == published_ + 1, "feeds", "a gap in what is published");
        published_ = record.sequence;
        require(published_ <= log_.lines().size() &&
                    log_.lines()[published_ - 1] == wire::encode(record),
                "feeds", "published and not so on the disk: " + std::to_string(published_));
    }
}

void Checks::publishing(const Beat& beat, const std::string& body) {
    secrets(body, "a beat");
    require(beat.sequence == published_, "feeds", "a beat of another sequence");
}

void Checks::engineIs(const outlet::Outlet& durable, bool always) {
    if (!always && !dice_.oneIn(25))
        return;
    require(durable.sequence() == truth().sequence(), "pictures", "the engine is behind the disk");
    require(durable == truth(), "pictures", "the engine's outlet is not what the journal leads to");
    require(outlet::Outlet{durable.snapshot()} == durable, "pictures",
            "a snapshot is another outlet");
}

void Checks::replicaIs(const Device& device, const outlet::Outlet& picture, bool always) {
    require(picture.sequence() <= truth().sequence(), "pictures",
            device.id.str() + " knows what is not on the disk");
    if (picture.sequence() != truth().sequence() || (!always && !dice_.oneIn(10)))
        return;
    require(picture == truth(), "pictures", device.id.str() + " holds another outlet");
    nature_.count("a replica compared");
}

void Checks::powerCut() {
    for (const auto& [id, spelt] : said_) {
        const auto kept = log_.answers().find(id);
        require(kept != log_.answers().end() && kept->second.spelt == spelt, "acknowledged",
                asked_.at(id).name + " was answered and is lost: " + spelt);
    }
    require(log_.records().size() >= published_, "acknowledged", "what was published is lost");
}

void Checks::replay() {
    outlet::Outlet again;
    for (std::size_t i = 0; i < log_.lines().size(); ++i) {
        const auto decoded = wire::decodeRecord(log_.lines()[i]);
        const auto* record = std::get_if<Record>(&decoded);
        require(record != nullptr, "replay", "a line of the journal cannot be read");
        require(wire::encode(*record) == log_.lines()[i], "replay", "a line is spelt otherwise");
        again.evolve(*record);
    }
    require(again == truth(), "replay", "a replay makes another outlet");
    require(wire::encode(again.snapshot()) == wire::encode(truth().snapshot()), "replay",
            "a replay makes other bytes");
}

} // namespace usher::world
