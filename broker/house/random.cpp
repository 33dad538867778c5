#include "broker/house/random.h"

#include <cassert>
#include <sys/random.h>

namespace usher::house {

protocol::CommandId randomCommandId() {
    protocol::CommandId id;
    [[maybe_unused]] const auto got = getrandom(&id, sizeof id, 0);
    assert(got == static_cast<ssize_t>(sizeof id));
    return id;
}

} // namespace usher::house
