#include "broker/engine/engine.h"

#include "broker/engine/questions.h"
#include "broker/rules/decide.h"
#include "broker/rules/follow.h"

#include <algorithm>
#include <utility>

namespace usher::engine {

using namespace protocol;

namespace {

/// Start-up reads at most this many events beyond a snapshot, however often there is one.
constexpr Sequence snapshotEvery = 10'000;

} // namespace

Engine::Engine(outlet::Outlet outlet, Sequence snapshot, std::uint64_t epoch, double speed,
               Ports ports)
    : ports_{ports}, epoch_{epoch}, speed_{speed}, outlet_{std::move(outlet)}, durable_{outlet_},
      lookahead_{ports.outlook, ports.outbox}, lastSnapshot_{snapshot} {}

Moment Engine::now() {
    lastNow_ = std::max({ports_.clock.now(), outlet_.at(), lastNow_});
    return lastNow_;
}

void Engine::take(Asked asked) {
    ++figures_.commands;
    if (isQuestion(asked.command))
        return answerQuestion(asked);
    // Before asking how the disk is: Unavailable means that nothing came of it, for good.
    if (repeated(asked)) {
        ++figures_.repeats;
        return;
    }
    // Before its first setup an outlet is nothing that could be asked for anything.
    if (!healthy_ || outlet_.sequence() == 0)
        return ports_.outbox.reply(asked.to, asked.id, Refusal::Unavailable);
    waiting_[asked.id] = {asked.by, {asked.to}};
    resolve(std::move(asked));
}

bool Engine::repeated(const Asked& asked) {
    if (const auto under = waiting_.find(asked.id); under != waiting_.end()) {
        if (under->second.by == asked.by)
            under->second.to.push_back(asked.to);
        else
            ports_.outbox.reply(asked.to, asked.id, Refusal::DuplicateId);
        return true;
    }
    const auto known = ports_.journal.recall(asked.id);
    if (!known)
        return false;
    ports_.outbox.reply(asked.to, asked.id,
                        known->by == asked.by ? known->reply : Reply{Refusal::DuplicateId});
    return true;
}

void Engine::answerQuestion(const Asked& asked) {
    if (const auto* question = std::get_if<WhatIf>(&asked.command)) {
        if (const auto why = objection(durable_, *question))
            return ports_.outbox.reply(asked.to, asked.id, *why);
        return lookahead_.take(asked, now());
    }
    Answer answer;
    if (const auto* list = std::get_if<ListServices>(&asked.command)) {
        if (!list->recognition.empty() && durable_.recognition(list->recognition) == nullptr)
            return ports_.outbox.reply(asked.to, asked.id, Refusal::UnknownCard);
        answer = services(durable_, ports_.outlook, list->recognition, now());
    } else if (std::holds_alternative<GetSnapshot>(asked.command)) {
        answer = StaffPicture{epoch_, durable_.snapshot()};
    } else {
        answer = currentBoard();
    }
    ports_.outbox.reply(asked.to, asked.id, answer);
}

Board Engine::currentBoard() {
    Board current = board(durable_, ports_.outlook, now());
    current.epoch = epoch_;
    current.speed = speed_;
    current.healthy = healthy_;
    return current;
}

void Engine::resolve(Asked asked) {
    if (auto* card = std::get_if<IdentifyCard>(&asked.command)) {
        CardLookedUp found = ports_.vault.look(card->card, now());
        asked.command = std::move(found);
    } else if (auto* signOn = std::get_if<SignOn>(&asked.command)) {
        PinChecked unchecked{signOn->staff, signOn->counter, false, {}, {}};
        if (!rules::lockedOut(outlet_, signOn->staff, asked.by, now())) {
            SignOn attempt = std::move(*signOn);
            ports_.vault.check(
                std::move(attempt), [this, by = asked.by, role = asked.role, id = asked.id,
                                     failures = figures_.failures](Vault::Checked checked) {
                    if (figures_.failures != failures)
                        return; // the disk failed meanwhile and the asker was told so
                    if (!checked)
                        return answer({id, by, {}, Refusal::Unavailable});
                    decide({by, role, id, std::move(*checked), {}});
                });
            return;
        }
        asked.command = std::move(unchecked); // refused by the rules without a costly check
    }
    decide(asked);
}

void Engine::decide(const Asked& asked) {
    const Moment at = now();
    follow(at);
    const rules::Context context{
        asked.by, asked.role, asked.id,
        [&](const ServiceId& service, const TierId& tier, const std::vector<Claim>& claims) {
            return ports_.outlook.newcomer(outlet_, service, tier, claims, at);
        }};
    rules::Decision decision = rules::decide(outlet_, context, asked.command, at);
    Reply reply;
    if (auto* outcome = std::get_if<rules::Outcome>(&decision)) {
        append(asked, commandName(asked.command.index()), std::move(outcome->events), at);
        reply = std::move(outcome->reply);
        follow(at);
    } else {
        reply = std::get<Refusal>(decision);
    }
    if (std::holds_alternative<Refusal>(reply))
        ++figures_.refusals;
    pending_.answers.push_back({asked.id, asked.by, at, std::move(reply)});
    ports_.clock.alarm(rules::wakeUp(outlet_, at));
    commit();
}

void Engine::follow(Moment at) {
    for (auto events = rules::follow(outlet_, at); !events.empty();
         events = rules::follow(outlet_, at))
        append({}, "Follow", std::move(events), at);
}

void Engine::append(const Asked& cause, std::string_view what, std::vector<Event> events,
                    Moment at) {
    const Session* session = outlet_.sessionAt(cause.by);
    const auto staff = session != nullptr ? std::optional{session->staff} : std::nullopt;
    for (Event& event : events) {
        Record record{outlet_.sequence() + 1, at, cause.by, staff, cause.id, std::string{what},
                      std::move(event)};
        outlet_.evolve(record);
        pending_.records.push_back(std::move(record));
    }
}

void Engine::tick() {
    const Moment at = now();
    if (healthy_) {
        follow(at);
        commit();
    }
    ports_.clock.alarm(healthy_ ? rules::wakeUp(outlet_, at) : std::nullopt);
}

void Engine::adopt(Setup setup, const CommandId& id) {
    adopting_ = Adoption{setup, id};
    decide({{}, Role::Administrator, id, AdoptSetup{std::move(setup)}, {}});
}

bool Engine::snapshotDue(Sequence at) const {
    return at - lastSnapshot_ >= snapshotEvery;
}

void Engine::commit() {
    if (committing_ || (pending_.records.empty() && pending_.answers.empty()))
        return;
    committing_ = std::exchange(pending_, {});
    if (snapshotDue(durable_.sequence()))
        committing_->snapshot = durable_.snapshot();
    ++figures_.commits;
    ports_.journal.commit(*committing_, [this](bool good) { committed(good); });
}

void Engine::committed(bool good) {
    const Batch batch = std::move(*std::exchange(committing_, std::nullopt));
    if (!good)
        return forgetUnwritten();
    const bool recovered = !std::exchange(healthy_, true);
    if (batch.snapshot)
        lastSnapshot_ = batch.snapshot->sequence;
    // The disk goes on while the others are told; unless it is to have a picture, not yet drawn.
    if (!recovered && !snapshotDue(durable_.sequence() + batch.records.size()))
        commit();
    const std::vector<BoardCall> calls = durable_.calls();
    for (const Record& record : batch.records)
        durable_.evolve(record);
    figures_.events += batch.records.size();
    if (!batch.records.empty()) {
        ports_.outbox.publish(batch.records);
        ports_.outlook.take(batch.records, lastNow_);
    }
    if (calls != durable_.calls())
        ports_.outbox.publish(currentBoard());
    for (const Remembered& one : batch.answers)
        answer(one);
    if (adopting_ && durable_.setup() == adopting_->setup)
        adopting_.reset();
    if (recovered)
        return recover();
    commit();
}

void Engine::recover() {
    if (const auto again = adopting_)
        return adopt(again->setup, again->id);
    tick(); // the alarm was silent meanwhile
}

void Engine::answer(const Remembered& answer) {
    const auto under = waiting_.find(answer.id);
    if (under == waiting_.end())
        return;
    for (const ReplyTo to : under->second.to)
        ports_.outbox.reply(to, answer.id, answer.reply);
    waiting_.erase(under);
}

void Engine::forgetUnwritten() {
    ++figures_.failures;
    healthy_ = false;
    outlet_ = durable_;
    pending_ = {};
    for (const auto& [id, waiter] : std::exchange(waiting_, {}))
        for (const ReplyTo to : waiter.to)
            ports_.outbox.reply(to, id, Refusal::Unavailable);
}

void Engine::beat() {
    if (!healthy_ && !committing_) {
        committing_.emplace();
        ports_.journal.commit({}, [this](bool good) { committed(good); });
    }
    ports_.outlook.take({}, now());
    lookahead_.look();
    publishBeat();
    ports_.outbox.publish(currentBoard());
}

void Engine::foreseen() {
    publishBeat();
}

void Engine::publishBeat() {
    const Moment at = now();
    ports_.outbox.publish(Beat{epoch_, durable_.sequence(), at, speed_, healthy_,
                               zones(durable_, ports_.outlook, at), ports_.outlook.waits()});
}

} // namespace usher::engine
