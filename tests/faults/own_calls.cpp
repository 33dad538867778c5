// The two calls that the journal makes of the disk without SQLite: the linker leads them here.
#include "tests/faults/drive.h"

#include <cerrno>

extern "C" {
// Names the linker gives: `--wrap=fsync --wrap=rename`.
int __real_fsync(int file);
int __real_rename(const char* from, const char* to);
int __wrap_fsync(int file);
int __wrap_rename(const char* from, const char* to);
}

namespace {

using usher::faults::Act;
using usher::faults::Drive;
using usher::faults::Manner;
using usher::faults::Step;

/// Minus one, with errno, if the drive would not.
int through(Step step, const std::function<int()>& act) {
    int code = 0;
    const auto failed = Drive::the().take(std::move(step), [&](const Step&) {
        code = act();
        return code == 0;
    });
    if (code == 0 && failed) {
        errno = *failed == Manner::Error ? EIO : ENOSPC;
        return -1;
    }
    return code;
}

} // namespace

int __wrap_fsync(int file) {
    std::error_code unknown;
    const auto path =
        std::filesystem::read_symlink("/proc/self/fd/" + std::to_string(file), unknown);
    const auto name = Drive::the().nameOf(path);
    if (!name)
        return __real_fsync(file);
    const Act act = name->empty() ? Act::SyncFolder : Act::Sync;
    return through({act, *name}, [&] { return __real_fsync(file); });
}

int __wrap_rename(const char* from, const char* to) {
    const auto name = Drive::the().nameOf(from);
    const auto onto = Drive::the().nameOf(to);
    if (!name || !onto)
        return __real_rename(from, to);
    return through({Act::Rename, *name, 0, *onto}, [&] { return __real_rename(from, to); });
}
