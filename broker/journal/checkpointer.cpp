#include "broker/journal/checkpointer.h"

namespace usher::journal {

std::variant<std::unique_ptr<Checkpointer>, Trouble>
Checkpointer::start(const std::filesystem::path& file) {
    auto opened = Database::open(file, Database::Access::Write);
    if (auto* trouble = std::get_if<Trouble>(&opened))
        return std::move(*trouble);
    return std::unique_ptr<Checkpointer>{new Checkpointer{std::get<Database>(std::move(opened))}};
}

Checkpointer::Checkpointer(Database database) : database_{std::move(database)} {
    thread_ = std::thread{[this] { work(); }};
}

Checkpointer::~Checkpointer() {
    leave();
}

void Checkpointer::leave() {
    if (!thread_.joinable())
        return;
    {
        const std::lock_guard lock{mutex_};
        leaving_ = true;
    }
    changed_.notify_one();
    thread_.join();
}

void Checkpointer::wake() {
    {
        const std::lock_guard lock{mutex_};
        wanted_ = true;
    }
    changed_.notify_one();
}

void Checkpointer::moveNow() {
    const std::lock_guard lock{moving_};
    // Any other failure loses nothing: the log keeps what the file did not take.
    if (!gaveUp_)
        gaveUp_ = !database_.moveLog();
}

void Checkpointer::work() {
    std::unique_lock lock{mutex_};
    for (;;) {
        changed_.wait(lock, [this] { return wanted_ || leaving_; });
        if (leaving_)
            return;
        wanted_ = false;
        lock.unlock();
        moveNow();
        moved_ = true;
        lock.lock();
    }
}

} // namespace usher::journal
