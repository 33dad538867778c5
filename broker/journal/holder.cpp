#include "broker/journal/holder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <ctime>
#include <map>
#include <mutex>

namespace usher::journal {

namespace {

constexpr const char* lockName = "lock";

std::string myself() {
    std::array<char, 256> host{};
    if (gethostname(host.data(), host.size() - 1) != 0)
        host[0] = '?';
    std::array<char, 32> since{};
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    std::strftime(since.data(), since.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
    return "process " + std::to_string(getpid()) + " on " + host.data() + " since " + since.data();
}

std::string readAll(int file) {
    std::array<char, 512> text{};
    const auto size = pread(file, text.data(), text.size(), 0);
    std::string holder{text.data(), size > 0 ? static_cast<std::size_t>(size) : 0U};
    while (!holder.empty() && holder.back() == '\n')
        holder.pop_back();
    return holder.empty() ? "a process that has not yet said its name" : holder;
}

/// The locks this process holds.
struct Held {
    std::mutex mutex;
    std::map<int, Identity> files;

    static Held& all() {
        static Held held;
        return held;
    }
};

} // namespace

std::variant<Holder, Trouble> Holder::take(const std::filesystem::path& dir) {
    std::error_code failure;
    if (std::filesystem::create_directories(dir, failure))
        std::filesystem::permissions(dir, std::filesystem::perms::owner_all, failure);
    if (failure)
        return cannot(dir, failure.value());
    const auto path = dir / lockName;
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0)
        return cannot(path, errno);
    if (flock(file, LOCK_EX | LOCK_NB) != 0) {
        const Trouble trouble =
            errno != EWOULDBLOCK
                ? cannot(path, errno)
                : Trouble{Category::Busy, dir.string() + " is held by " + readAll(file) +
                                              "; stop that one first, or name another directory"};
        close(file);
        return trouble;
    }
    Holder holder{file, identityOf(path).value_or(Identity{})};
    const std::string text = myself() + "\n";
    if (ftruncate(file, 0) != 0 || pwrite(file, text.data(), text.size(), 0) < 0)
        return cannot(path, errno);
    return holder;
}

bool Holder::isHere(const std::filesystem::path& dir) {
    const auto lock = identityOf(dir / lockName);
    Held& held = Held::all();
    const std::lock_guard guard{held.mutex};
    return lock && std::any_of(held.files.begin(), held.files.end(),
                               [&](const auto& one) { return one.second == lock; });
}

Holder::Holder(int file, Identity identity) : file_{file} {
    Held& held = Held::all();
    const std::lock_guard guard{held.mutex};
    held.files.emplace(file, identity);
}

Holder& Holder::operator=(Holder&& other) noexcept {
    std::swap(file_, other.file_);
    return *this;
}

Holder::~Holder() {
    if (file_ < 0)
        return;
    Held& held = Held::all();
    const std::lock_guard guard{held.mutex};
    held.files.erase(file_);
    close(file_);
}

} // namespace usher::journal
