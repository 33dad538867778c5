#include "broker/house/session_keys.h"

#include <algorithm>

namespace usher::house {

using namespace protocol;

namespace {

constexpr const char* kept = "session keys"; ///< whether they are, and to be trusted
constexpr const char* restored = "restored";

constexpr std::size_t attemptsMax = 4; ///< of one device, at once

std::string row(const DeviceId& device) {
    return "session key of " + device.str();
}
std::string attemptRow(const DeviceId& device) {
    return "sign-on at " + device.str();
}

} // namespace

SessionKeys::SessionKeys(engine::Outbox& out, vault::DeviceRegister& devices,
                         journal::SqliteJournal& journal)
    : out_{out}, devices_{devices}, journal_{journal} {}

void SessionKeys::open(const std::vector<Session>& sessions) {
    const std::optional<std::string> how = journal_.meta(kept);
    for (const Session& session : sessions)
        if (how == restored) {
            keep({session.device, {}});
            (void)journal_.setMeta(attemptRow(session.device), "");
        } else if (auto last = ofLastSignOn(session.device))
            keep({session.device, std::move(*last)});
        else if (auto key = journal_.meta(row(session.device)))
            keys_[session.device] = std::move(*key);
        else if (!how)
            keep({session.device, devices_.keyOf(session.device)});
    if (!how || how == restored)
        (void)journal_.setMeta(kept, "1");
}

journal::Outcome SessionKeys::distrust(journal::SqliteJournal& journal) {
    return journal.setMeta(kept, restored);
}

bool SessionKeys::stands(const Session& session) {
    const auto known = keys_.find(session.device);
    return known != keys_.end() && !known->second.empty() &&
           known->second == devices_.keyOf(session.device);
}

std::optional<std::string> SessionKeys::ofLastSignOn(const DeviceId& device) {
    const std::string note = journal_.meta(attemptRow(device)).value_or("");
    const std::size_t digits = toHex(CommandId{}).size();
    const auto id = commandIdFromHex(std::string_view{note}.substr(0, digits));
    const auto known = id ? journal_.recall(*id) : std::nullopt;
    const auto* answer = known ? std::get_if<Answer>(&known->reply) : nullptr;
    if (answer == nullptr || known->by != device || !std::holds_alternative<SignedOn>(*answer))
        return std::nullopt;
    return note.substr(digits);
}

bool SessionKeys::crowds(const engine::Asked& asked) {
    // One that is under way, or was answered, is no new one: it has its answer.
    if (!std::holds_alternative<SignOn>(asked.command) || attempts_.contains(asked.id) ||
        journal_.recall(asked.id))
        return false;
    const auto ofThatDevice = [&](const auto& one) { return one.second.device == asked.by; };
    return std::count_if(attempts_.begin(), attempts_.end(), ofThatDevice) >=
           static_cast<std::ptrdiff_t>(attemptsMax);
}

bool SessionKeys::admits(const engine::Asked& asked, const Session* session) {
    if (std::holds_alternative<SignOn>(asked.command)) {
        // One that was answered before is answered so again, without a look at the PIN.
        if (journal_.recall(asked.id))
            return true;
        const auto [attempt, fresh] =
            attempts_.try_emplace(asked.id, Attempt{asked.by, devices_.keyOf(asked.by)});
        // Written before the session can be: a crash between the two must not end it.
        if (fresh)
            (void)journal_.setMeta(attemptRow(asked.by), toHex(asked.id) + attempt->second.key);
        return true;
    }
    if (isQuestion(asked.command))
        return true;
    const bool othersComing =
        std::any_of(attempts_.begin(), attempts_.end(), [&](const auto& attempt) {
            return attempt.second.device == asked.by &&
                   attempt.second.key != devices_.keyOf(asked.by);
        });
    return !othersComing && (session == nullptr || stands(*session));
}

void SessionKeys::reply(engine::ReplyTo to, const CommandId& id, const engine::Reply& reply) {
    const auto* refusal = std::get_if<Refusal>(&reply);
    if (refusal != nullptr && *refusal == Refusal::DuplicateId)
        return out_.reply(to, id, reply); // that is somebody else's
    if (const auto attempt = attempts_.extract(id)) {
        const auto* answer = std::get_if<Answer>(&reply);
        if (answer != nullptr && std::holds_alternative<SignedOn>(*answer))
            keep(attempt.mapped());
    }
    out_.reply(to, id, reply);
}

void SessionKeys::keep(const Attempt& attempt) {
    keys_[attempt.device] = attempt.key;
    // Were it not written, the next start would ask for a PIN once more, and nothing worse.
    (void)journal_.setMeta(row(attempt.device), attempt.key);
}

} // namespace usher::house
