#include "tests/faults/drive.h"

namespace usher::faults {

Drive& Drive::the() {
    static Drive drive;
    return drive;
}

void Drive::watch(const std::filesystem::path& folder) {
    const std::lock_guard lock{mutex_};
    folder_ = folder;
    tape_.clear();
    struck_.reset();
}

void Drive::stopWatching() {
    watch({});
}

std::vector<Step> Drive::tape() const {
    const std::lock_guard lock{mutex_};
    return tape_;
}

std::size_t Drive::length() const {
    const std::lock_guard lock{mutex_};
    return tape_.size();
}

void Drive::plan(const Fault& fault) {
    const std::lock_guard lock{mutex_};
    fault_ = fault;
    seen_ = 0;
    struck_.reset();
}

void Drive::mend() {
    const std::lock_guard lock{mutex_};
    fault_.reset();
}

std::optional<std::size_t> Drive::struck() const {
    const std::lock_guard lock{mutex_};
    return struck_;
}

void Drive::lie(std::function<bool(std::string_view)> about) {
    const std::lock_guard lock{mutex_};
    lies_ = std::move(about);
}

void Drive::holdSyncs() {
    const std::lock_guard lock{mutex_};
    holding_ = true;
}

void Drive::letGo() {
    {
        const std::lock_guard lock{mutex_};
        holding_ = false;
    }
    changed_.notify_all();
}

void Drive::awaitHeld() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return held_ > 0; });
}

void Drive::waitIfHeld(std::unique_lock<std::mutex>& lock) {
    if (!holding_)
        return;
    ++held_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return !holding_; });
    --held_;
}

std::optional<std::string> Drive::nameOf(const std::filesystem::path& path) const {
    const std::lock_guard lock{mutex_};
    if (folder_.empty())
        return std::nullopt;
    if (path == folder_)
        return std::string{};
    if (path.parent_path() != folder_)
        return std::nullopt;
    return path.filename().string();
}

std::optional<Manner> Drive::fate(Act act, std::string_view file) {
    if (!fault_ || fault_->act != act || (!fault_->file.empty() && fault_->file != file))
        return std::nullopt;
    ++seen_;
    if (seen_ != fault_->nth && !(fault_->lasting && seen_ > fault_->nth))
        return std::nullopt;
    struck_ = struck_.value_or(tape_.size());
    return fault_->manner;
}

std::optional<Manner> Drive::take(Step step, const std::function<bool(const Step&)>& act) {
    std::unique_lock lock{mutex_};
    const bool sync = step.act == Act::Sync;
    if (sync) {
        waitIfHeld(lock);
        if (lies_ && lies_(step.file))
            return std::nullopt;
    }
    const auto fails = fate(step.act, step.file);
    if (fails == Manner::Half)
        step.bytes.resize(step.bytes.size() / 2);
    if (fails && fails != Manner::Half) {
        step.failed = true;
        if (sync)
            tape_.push_back(std::move(step));
        return fails;
    }
    if (!act(step))
        return Manner::Error;
    tape_.push_back(std::move(step));
    return fails;
}

bool Drive::failsToRead(std::string_view file) {
    const std::lock_guard lock{mutex_};
    return fate(Act::Read, file).has_value();
}

} // namespace usher::faults
