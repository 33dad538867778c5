#include "broker/client/key_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace usher::client {

namespace {

constexpr std::size_t fileBytesMax = 4096;

} // namespace

std::variant<wire::KeyFile, Failure> readKeyFile(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return Failure{"cannot read " + path + ": " + std::strerror(errno)};
    struct stat about {};
    std::array<char, fileBytesMax> text;
    const bool known = ::fstat(file, &about) == 0;
    const ssize_t size = ::read(file, text.data(), text.size());
    ::close(file);
    if (!known || size < 0)
        return Failure{"cannot read " + path};
    if ((about.st_mode & 077) != 0)
        return Failure{path + " can be read by others: chmod 600 it, and consider the key known"};
    if (size == 0)
        return Failure{path + " is empty: enrol the device anew"};
    auto decoded = wire::decodeKeyFile({text.data(), static_cast<std::size_t>(size)});
    explicit_bzero(text.data(), text.size());
    if (auto* bad = std::get_if<wire::BadBytes>(&decoded))
        return Failure{path + ": " + bad->where + " " + bad->what};
    return std::get<wire::KeyFile>(std::move(decoded));
}

} // namespace usher::client
