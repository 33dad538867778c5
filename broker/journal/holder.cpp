#include "broker/journal/holder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>

namespace usher::journal {

namespace {

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

Trouble cannot(const std::filesystem::path& what) {
    return {Category::Other, what.string() + ": " + std::strerror(errno)};
}

} // namespace

std::variant<Holder, Trouble> Holder::take(const std::filesystem::path& dir) {
    std::error_code failure;
    if (std::filesystem::create_directories(dir, failure))
        std::filesystem::permissions(dir, std::filesystem::perms::owner_all, failure);
    if (failure)
        return Trouble{Category::Other, dir.string() + ": " + failure.message()};
    const auto path = dir / "lock";
    Holder holder{::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR)};
    if (holder.file_ < 0)
        return cannot(path);
    if (flock(holder.file_, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK)
            return cannot(path);
        return Trouble{Category::Busy, dir.string() + " is held by " + readAll(holder.file_) +
                                           "; stop that one first, or name another directory"};
    }
    const std::string text = myself() + "\n";
    if (ftruncate(holder.file_, 0) != 0 || pwrite(holder.file_, text.data(), text.size(), 0) < 0)
        return cannot(path);
    return holder;
}

Holder& Holder::operator=(Holder&& other) noexcept {
    std::swap(file_, other.file_);
    return *this;
}

Holder::~Holder() {
    if (file_ >= 0)
        close(file_);
}

} // namespace usher::journal
