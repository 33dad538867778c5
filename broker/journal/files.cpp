#include "broker/journal/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace usher::journal {

namespace {

Outcome syncPath(const std::filesystem::path& path, int flags) {
    const int file = ::open(path.c_str(), flags | O_CLOEXEC);
    if (file < 0)
        return cannot(path, errno);
    const int error = fsync(file) == 0 ? 0 : errno;
    close(file);
    if (error != 0)
        return cannot(path, error);
    return std::nullopt;
}

} // namespace

std::optional<Identity> identityOf(const std::filesystem::path& file) {
    struct stat status {};
    if (stat(file.c_str(), &status) != 0)
        return std::nullopt;
    return Identity{status.st_dev, status.st_ino};
}

Outcome syncDirectory(const std::filesystem::path& dir) {
    return syncPath(dir.empty() ? "." : dir, O_RDONLY | O_DIRECTORY);
}

Outcome moveInto(const std::filesystem::path& part, const std::filesystem::path& whole) {
    if (auto trouble = syncPath(part, O_RDONLY))
        return trouble;
    if (std::rename(part.c_str(), whole.c_str()) != 0)
        return cannot(whole, errno);
    return syncDirectory(whole.parent_path());
}

Outcome giveToOwnerOf(const std::filesystem::path& dir, const std::filesystem::path& file) {
    struct stat status {};
    if (stat(dir.c_str(), &status) != 0)
        return cannot(dir, errno);
    if (geteuid() == 0 && chown(file.c_str(), status.st_uid, status.st_gid) != 0)
        return cannot(file, errno);
    return std::nullopt;
}

void removeDatabase(const std::filesystem::path& file) {
    std::error_code ignored; // what is not there need not go
    for (const char* tail : {"-wal", "-shm", "-journal", ""})
        std::filesystem::remove(file.string() + tail, ignored);
}

} // namespace usher::journal
