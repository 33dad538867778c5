// What an older Usher wrote into a journal, in today's words.
//
// Members that were added since are read as their defaults, which mean what they meant when nobody
// had thought of them; what was renamed is renamed here. Only the journal is read so: on the wire
// both sides speak today's language.
#pragma once

#include "broker/wire/json.h"

namespace usher::wire {

/// Renames what has another name today, as deep as it goes.
void bringUpToDate(json::value& value);

} // namespace usher::wire
