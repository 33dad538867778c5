#include "broker/journal/sqlite_journal.h"

#include "broker/journal/files.h"
#include "broker/journal/schema.h"

#include <cassert>
#include <future>

namespace usher::journal {

std::variant<std::unique_ptr<SqliteJournal>, Trouble>
SqliteJournal::open(const std::filesystem::path& dir, Post post, LogLimits limits) {
    auto holder = Holder::take(dir);
    if (auto* trouble = std::get_if<Trouble>(&holder))
        return std::move(*trouble);
    const auto file = dir / journalName;
    if (auto trouble = prepare(file))
        return std::move(*trouble);
    auto writer = Writer::open(file);
    if (auto* trouble = std::get_if<Trouble>(&writer))
        return std::move(*trouble);
    if (auto trouble = syncDirectory(dir)) // the log's name; SQLite does not say if it could not
        return std::move(*trouble);
    auto checkpointer = Checkpointer::start(file);
    if (auto* trouble = std::get_if<Trouble>(&checkpointer))
        return std::move(*trouble);
    auto archive = Archive::connect(file);
    if (auto* trouble = std::get_if<Trouble>(&archive))
        return std::move(*trouble);
    Heard heard;
    if (auto trouble = std::get<Archive>(archive).forEachAnswer(
            [&](const protocol::CommandId& id, protocol::Moment at, Heard::Was was) {
                heard.add(id, at, was);
            }))
        return std::move(*trouble);
    return std::unique_ptr<SqliteJournal>{new SqliteJournal{
        std::get<Holder>(std::move(holder)), std::get<Archive>(std::move(archive)),
        std::move(heard), std::get<std::unique_ptr<Writer>>(std::move(writer)),
        std::get<std::unique_ptr<Checkpointer>>(std::move(checkpointer)), std::move(post), limits}};
}

SqliteJournal::SqliteJournal(Holder holder, Archive archive, Heard heard,
                             std::unique_ptr<Writer> writer,
                             std::unique_ptr<Checkpointer> checkpointer, Post post,
                             LogLimits limits)
    : holder_{std::move(holder)}, writer_{std::move(writer)},
      checkpointer_{std::move(checkpointer)}, archive_{std::move(archive)},
      heard_{std::move(heard)}, post_{std::move(post)}, limits_{limits} {
    thread_ = std::thread{[this] { work(); }};
}

SqliteJournal::~SqliteJournal() {
    {
        const std::lock_guard lock{mutex_};
        leaving_ = true;
    }
    changed_.notify_one();
    thread_.join();
    checkpointer_->leave();
    if (checkpointer_->gaveUp())
        writer_->keepLog();
}

void SqliteJournal::commit(engine::Batch batch, std::function<void(bool)> done) {
    assert(!commit_->underWay);
    if (commit_->went)
        heard_.dropSurplus(surplusMax_);
    *commit_ = {true, false};
    if (misread_) {
        {
            const std::lock_guard lock{mutex_};
            trouble_ = std::exchange(misread_, std::nullopt);
        }
        post_([commit = commit_, done = std::move(done)] {
            *commit = {};
            done(false);
        });
        return;
    }
    for (const engine::Remembered& answer : batch.answers)
        heard_.add(answer.id, answer.at,
                   std::holds_alternative<protocol::Refusal>(answer.reply) ? Heard::Was::Refused
                                                                           : Heard::Was::Answered);
    surplusMax_ = 2 * batch.answers.size();
    give([this, batch = std::make_shared<engine::Batch>(std::move(batch)),
          surplus = heard_.surplus(surplusMax_),
          done = std::move(done)] { write(*batch, surplus, done); });
}

void SqliteJournal::write(const engine::Batch& batch, std::span<const protocol::CommandId> surplus,
                          const std::function<void(bool)>& done) {
    const Outcome trouble = writer_->write(batch, surplus);
    {
        const std::lock_guard lock{mutex_};
        trouble_ = trouble;
    }
    post_([commit = commit_, done, well = !trouble] {
        *commit = {false, well};
        done(well);
    });
    tendLog();
}

/// SQLite starts the log over once all of it has been moved, which never is while commits follow
/// one another: so the last pages are moved between two of them. A log that grows costs each commit
/// a second write, of the file's length. One that was started over is short again, and so is the
/// mark.
void SqliteJournal::tendLog() {
    if (checkpointer_->moved())
        checkpointer_->moveNow();
    const int pages = writer_->logPages();
    if (pages < logPagesAtWake_)
        logPagesAtWake_ = 0;
    if (pages < logPagesAtWake_ + limits_.wake)
        return;
    logPagesAtWake_ = pages;
    if (pages >= limits_.drain)
        checkpointer_->moveNow();
    else
        checkpointer_->wake();
}

std::optional<engine::Remembered> SqliteJournal::recall(const protocol::CommandId& id) {
    if (!heard_.has(id))
        return std::nullopt;
    auto found = archive_.recall(id);
    if (auto* trouble = std::get_if<Trouble>(&found)) {
        misread_ = std::move(*trouble);
        return std::nullopt;
    }
    return std::get<std::optional<engine::Remembered>>(std::move(found));
}

void SqliteJournal::lookAfterLog() {
    give([this] {
        if (auto gone = writer_->logGone()) {
            const std::lock_guard lock{mutex_};
            trouble_ = std::move(gone);
        }
    });
}

Outcome SqliteJournal::lastTrouble() const {
    const std::lock_guard lock{mutex_};
    return trouble_;
}

Outcome SqliteJournal::setMeta(std::string key, std::string value) {
    std::promise<Outcome> written;
    give([&] { written.set_value(writer_->setMeta(key, value)); });
    return written.get_future().get();
}

void SqliteJournal::give(std::function<void()> job) {
    {
        const std::lock_guard lock{mutex_};
        jobs_.push_back(std::move(job));
    }
    changed_.notify_one();
}

void SqliteJournal::work() {
    std::unique_lock lock{mutex_};
    for (;;) {
        changed_.wait(lock, [this] { return !jobs_.empty() || leaving_; });
        if (jobs_.empty())
            return;
        const auto jobs = std::exchange(jobs_, {});
        lock.unlock();
        for (const auto& job : jobs)
            job();
        lock.lock();
    }
}

} // namespace usher::journal
