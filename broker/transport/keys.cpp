#include "broker/transport/keys.h"

#include <sodium.h>
#include <zmq.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace usher::transport {

namespace {

constexpr std::size_t fileBytesMax = 65536;
constexpr std::size_t keyLength = 40;

// From zmq_curve(7): client public, client secret, server public, server secret.
constexpr std::array<std::string_view, 4> published{
    "Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hID", "D:)Q[IlAW!ahhC2ac:9*A}h:p?([4%wOTJ%JR%cs",
    "rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7", "JTKVSB%%)wK0E.X)V>+}o?pNmC{O&4W4b!Ni{Lh6"};

class Descriptor {
public:
    explicit Descriptor(int number) : number_{number} {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool good() const { return number_ >= 0; }
    bool close() {
        const int number = std::exchange(number_, -1);
        return number < 0 || ::close(number) == 0;
    }

private:
    int number_;
};

std::string because(const std::string& what) {
    return what + ": " + std::strerror(errno);
}

bool writeAll(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

} // namespace

KeyPair newKeyPair() {
    std::array<char, keyLength + 1> publicKey{};
    std::array<char, keyLength + 1> secretKey{};
    if (zmq_curve_keypair(publicKey.data(), secretKey.data()) != 0)
        return {}; // built without CURVE: Gate::open() refuses
    KeyPair pair{publicKey.data(), secretKey.data()};
    sodium_memzero(secretKey.data(), secretKey.size());
    return pair;
}

std::optional<std::string> publicKeyOf(std::string_view secretKey) {
    if (secretKey.size() != keyLength)
        return std::nullopt;
    std::array<char, keyLength + 1> publicKey{};
    if (zmq_curve_public(publicKey.data(), std::string{secretKey}.c_str()) != 0)
        return std::nullopt;
    return publicKey.data();
}

bool isPublished(std::string_view key) {
    return std::find(published.begin(), published.end(), key) != published.end();
}

Trouble writePrivate(const std::string& path, std::string_view text) {
    const std::filesystem::path target{path};
    const std::string folder = target.has_parent_path() ? target.parent_path().string() : ".";
    std::string temporary = path + ".XXXXXX"; // mkostemp makes it 0600
    Descriptor file{::mkostemp(temporary.data(), O_CLOEXEC)};
    if (!file.good())
        return because("cannot write in " + folder);
    const bool written =
        writeAll(file.number(), text) && ::fsync(file.number()) == 0 && file.close();
    if (!written || ::rename(temporary.c_str(), path.c_str()) != 0) {
        const std::string why = because("cannot write " + path);
        ::unlink(temporary.c_str());
        return why;
    }
    const Descriptor directory{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!directory.good() || ::fsync(directory.number()) != 0)
        return because("cannot make sure of " + folder);
    return std::nullopt;
}

Outcome<std::string> readPrivate(const std::string& path) {
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    struct stat about {};
    if (!file.good() || ::fstat(file.number(), &about) != 0)
        return Failure{because("cannot read " + path)};
    if (!S_ISREG(about.st_mode))
        return Failure{path + " is not a file"};
    if ((about.st_mode & 077) != 0)
        return Failure{path + " can be read by others: chmod 600 it, and consider the key known"};
    std::string text(fileBytesMax + 1, '\0');
    std::size_t size = 0;
    while (size < text.size()) {
        const ssize_t read = ::read(file.number(), text.data() + size, text.size() - size);
        if (read < 0 && errno == EINTR)
            continue;
        if (read < 0)
            return Failure{because("cannot read " + path)};
        if (read == 0)
            break;
        size += static_cast<std::size_t>(read);
    }
    if (size > fileBytesMax)
        return Failure{path + " is too large"};
    text.resize(size);
    return text;
}

Outcome<KeyPair> brokerKeys(const std::string& path) {
    if (!std::filesystem::exists(path)) {
        KeyPair pair = newKeyPair();
        if (Trouble trouble = writePrivate(path, pair.secretKey + "\n"))
            return Failure{*trouble};
        return pair;
    }
    Outcome<std::string> text = readPrivate(path);
    if (auto* failure = std::get_if<Failure>(&text))
        return *failure;
    auto& secretKey = std::get<std::string>(text);
    if (!secretKey.empty() && secretKey.back() == '\n')
        secretKey.pop_back();
    const auto publicKey = publicKeyOf(secretKey);
    if (!publicKey)
        return Failure{path + " holds no secret key (40 characters of Z85)"};
    if (isPublished(secretKey))
        return Failure{path + " holds the example key of ZeroMQ's manual, which everybody has"};
    return KeyPair{*publicKey, secretKey};
}

Trouble writeKeyFile(const std::string& path, const wire::KeyFile& file) {
    if (isPublished(file.publicKey) || isPublished(file.secretKey))
        return "the example keys of ZeroMQ's manual are known to everybody";
    std::string text = wire::encode(file) + "\n";
    Trouble trouble = writePrivate(path, text);
    sodium_memzero(text.data(), text.size());
    return trouble;
}

Outcome<wire::KeyFile> readKeyFile(const std::string& path) {
    Outcome<std::string> text = readPrivate(path);
    if (auto* failure = std::get_if<Failure>(&text))
        return *failure;
    wire::Decoded<wire::KeyFile> decoded = wire::decodeKeyFile(std::get<std::string>(text));
    if (auto* bad = std::get_if<wire::BadBytes>(&decoded))
        return Failure{path + ": " + bad->where + " " + bad->what};
    auto& file = std::get<wire::KeyFile>(decoded);
    if (publicKeyOf(file.secretKey) != file.publicKey)
        return Failure{path + ": publicKey and secretKey are no pair"};
    if (isPublished(file.secretKey))
        return Failure{path + " holds the example key of ZeroMQ's manual, which everybody has"};
    return std::move(file);
}

} // namespace usher::transport
