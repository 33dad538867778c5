// The ids a setup file declares, and whether what it refers to is among them.
//
// Declare first, refer afterwards: the reader takes the parts of the file in the order that makes
// this possible, whatever order they are written in.
#pragma once

#include "broker/setup/fields.h"

#include <array>
#include <vector>

namespace usher::setup {

enum class Noun { Zone, Group, Service, Tier, Counter, Band };

class Names {
public:
    explicit Names(Problems& problems) : problems_{problems} {}

    /// A second declaration of the same id is a problem.
    void declare(Noun noun, const Word& word);
    /// An id nobody declared is a problem, and false.
    bool refer(Noun noun, const Word& word);

private:
    Problems& problems_;
    std::array<std::vector<Word>, 6> declared_;
};

} // namespace usher::setup
