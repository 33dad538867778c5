#include "tests/faults/faulty_vfs.h"

#include "tests/faults/drive.h"

#include <sqlite3.h>

#include <cerrno>
#include <cstring>
#include <new>

namespace usher::faults {

namespace {

sqlite3_vfs* real = nullptr;

/// In memory that SQLite gives, with the real file right behind it.
struct File {
    sqlite3_file base;
    std::string name;
    bool syncsFolder; ///< os_unix.c: the first sync of a log or journal writes its name through too
};

File& fileOf(sqlite3_file* file) {
    return *reinterpret_cast<File*>(file);
}
sqlite3_file* inner(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<File*>(file) + 1);
}

/// As os_unix.c would put it, and with errno as the kernel would leave it.
int codeOf(Manner manner, int ofError) {
    errno = manner == Manner::Error ? EIO : ENOSPC;
    return manner == Manner::Error ? ofError : SQLITE_FULL;
}

/// `act` gives SQLite's code. What the real file said, if it was asked; else what the drive says.
template <class Do>
int through(Step step, int ofError, const Do& act) {
    int code = SQLITE_OK;
    const auto failed = Drive::the().take(std::move(step), [&](const Step& taken) {
        code = act(taken);
        return code == SQLITE_OK;
    });
    if (code != SQLITE_OK)
        return code;
    return failed ? codeOf(*failed, ofError) : SQLITE_OK;
}

int closeFile(sqlite3_file* file) {
    sqlite3_file* beneath = inner(file);
    const int code = beneath->pMethods->xClose(beneath);
    fileOf(file).~File();
    return code;
}

int readFile(sqlite3_file* file, void* into, int count, sqlite3_int64 at) {
    if (Drive::the().failsToRead(fileOf(file).name)) {
        errno = EIO;
        return SQLITE_IOERR_READ;
    }
    return inner(file)->pMethods->xRead(inner(file), into, count, at);
}

int writeFile(sqlite3_file* file, const void* from, int count, sqlite3_int64 at) {
    std::string bytes(static_cast<const char*>(from), static_cast<std::size_t>(count));
    return through({Act::Write, fileOf(file).name, at, std::move(bytes)}, SQLITE_IOERR_WRITE,
                   [&](const Step& taken) {
                       return inner(file)->pMethods->xWrite(inner(file), taken.bytes.data(),
                                                            static_cast<int>(taken.bytes.size()),
                                                            taken.at);
                   });
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
    return through(
        {Act::Truncate, fileOf(file).name, size}, SQLITE_IOERR_TRUNCATE,
        [&](const Step&) { return inner(file)->pMethods->xTruncate(inner(file), size); });
}

int syncFile(sqlite3_file* file, int flags) {
    const int code = through({Act::Sync, fileOf(file).name}, SQLITE_IOERR_FSYNC, [&](const Step&) {
        return inner(file)->pMethods->xSync(inner(file), flags);
    });
    if (code != SQLITE_OK || !fileOf(file).syncsFolder)
        return code;
    fileOf(file).syncsFolder = false; // was done with the first, and is not reported if it failed
    (void)through({Act::SyncFolder}, SQLITE_IOERR_DIR_FSYNC, [](const Step&) { return SQLITE_OK; });
    return SQLITE_OK;
}

int sizeOf(sqlite3_file* file, sqlite3_int64* size) {
    return inner(file)->pMethods->xFileSize(inner(file), size);
}
int lockFile(sqlite3_file* file, int level) {
    return inner(file)->pMethods->xLock(inner(file), level);
}
int unlockFile(sqlite3_file* file, int level) {
    return inner(file)->pMethods->xUnlock(inner(file), level);
}
int isReserved(sqlite3_file* file, int* reserved) {
    return inner(file)->pMethods->xCheckReservedLock(inner(file), reserved);
}
int control(sqlite3_file* file, int what, void* argument) {
    return inner(file)->pMethods->xFileControl(inner(file), what, argument);
}
int sectorSize(sqlite3_file* file) {
    return inner(file)->pMethods->xSectorSize(inner(file));
}
int characteristics(sqlite3_file* file) {
    return inner(file)->pMethods->xDeviceCharacteristics(inner(file));
}
int mapShared(sqlite3_file* file, int page, int size, int extend, void volatile** where) {
    return inner(file)->pMethods->xShmMap(inner(file), page, size, extend, where);
}
int lockShared(sqlite3_file* file, int offset, int count, int flags) {
    return inner(file)->pMethods->xShmLock(inner(file), offset, count, flags);
}
void fenceShared(sqlite3_file* file) {
    inner(file)->pMethods->xShmBarrier(inner(file));
}
int unmapShared(sqlite3_file* file, int remove) {
    return inner(file)->pMethods->xShmUnmap(inner(file), remove);
}

/// Version 2: without memory-mapped pages, which would go round us.
const sqlite3_io_methods methods{
    2,          closeFile,   readFile,    writeFile, truncateFile, syncFile,        sizeOf,
    lockFile,   unlockFile,  isReserved,  control,   sectorSize,   characteristics, mapShared,
    lockShared, fenceShared, unmapShared, nullptr,   nullptr};

/// SQLite's own xAccess calls an empty file absent.
bool isThere(const char* path) {
    std::error_code none;
    return std::filesystem::exists(path, none);
}

int openFile(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* got) {
    const auto name = path != nullptr ? Drive::the().nameOf(path) : std::nullopt;
    if (!name) // somebody else's, or a temporary one: the real thing, and nothing of ours
        return real->xOpen(real, path, file, flags, got);
    const bool journal = (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0;
    auto* made = new (file) File{{nullptr}, *name, journal && (flags & SQLITE_OPEN_CREATE) != 0};
    const auto open = [&](const Step&) { return real->xOpen(real, path, inner(file), flags, got); };
    const int code =
        isThere(path) ? open({}) : through({Act::Create, *name}, SQLITE_CANTOPEN, open);
    if (code != SQLITE_OK) {
        made->~File();
        file->pMethods = nullptr;
        return code;
    }
    made->base.pMethods = &methods;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs*, const char* path, int syncFolder) {
    const auto name = Drive::the().nameOf(path);
    const auto act = [&](const Step&) { return real->xDelete(real, path, syncFolder); };
    if (!name || !isThere(path))
        return act({});
    const int code = through({Act::Delete, *name}, SQLITE_IOERR_DELETE, act);
    if (code != SQLITE_OK || syncFolder == 0)
        return code;
    return through({Act::SyncFolder}, SQLITE_IOERR_DIR_FSYNC,
                   [](const Step&) { return SQLITE_OK; }); // was done with the deletion
}

} // namespace

bool installFaultyVfs() {
    static const bool installed = [] {
        real = sqlite3_vfs_find(nullptr);
        if (real == nullptr)
            return false;
        static sqlite3_vfs vfs = *real;
        vfs.zName = "faulty";
        vfs.szOsFile = static_cast<int>(sizeof(File)) + real->szOsFile;
        vfs.xOpen = openFile;
        vfs.xDelete = deleteFile;
        return sqlite3_vfs_register(&vfs, 1) == SQLITE_OK;
    }();
    return installed;
}

} // namespace usher::faults
