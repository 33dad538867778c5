#include "broker/vault/precautions.h"

#include <sodium.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace usher::vault {

bool forbidCoreDumps() {
    const rlimit none{0, 0};
    return sodium_init() >= 0 && setrlimit(RLIMIT_CORE, &none) == 0 &&
           prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
}

} // namespace usher::vault
