// A disk as it really is: until a sync, what was written may be there, or not, or in part, in any
// order of its sectors; what was cut off may come back.
#pragma once

#include "tests/simulation/dice.h"

#include <string>
#include <string_view>

namespace usher::world {

class Disk {
public:
    static constexpr std::size_t sector = 64; ///< bytes; small, so that many a record is torn

    void append(std::string_view bytes);
    /// What follows is taken off again; until the next sync it may still be there after a cut.
    void cutTo(std::size_t size);
    void sync();
    /// What was not synced becomes what chance makes of it.
    void powerCut(Dice& dice);

    [[nodiscard]] const std::string& bytes() const { return bytes_; }

private:
    std::string bytes_;
    std::string ghost_; ///< what was last cut off, at `synced_`
    std::size_t synced_ = 0;
};

} // namespace usher::world
