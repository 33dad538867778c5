// Who holds a data directory: one broker, and nobody beside it.
//
// The lock is the kernel's and goes with the process, however that ends; the text in the file is
// only there to tell the next one who was first.
#pragma once

#include "broker/journal/files.h"

namespace usher::journal {

class Holder {
public:
    /// Makes the directory if there is none. Refused with Busy, naming the holder.
    static std::variant<Holder, Trouble> take(const std::filesystem::path& dir);
    /// Whether this very process holds it.
    [[nodiscard]] static bool isHere(const std::filesystem::path& dir);

    Holder(Holder&& other) noexcept : file_{std::exchange(other.file_, -1)} {}
    Holder& operator=(Holder&& other) noexcept;
    Holder(const Holder&) = delete;
    Holder& operator=(const Holder&) = delete;
    ~Holder();

private:
    Holder(int file, Identity identity);
    int file_;
};

} // namespace usher::journal
