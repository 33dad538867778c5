#include "broker/wire/older.h"

namespace usher::wire {

namespace {

/// A machine was up or not; today it says what it lacks.
void renameMachine(json::object& object) {
    const json::value* up = object.if_contains("up");
    if (up == nullptr || !up->is_bool())
        return;
    const json::value* type = object.if_contains("type");
    const bool reported = type != nullptr && *type == "MachineReported";
    if (!reported && !object.contains("closing"))
        return; // a printer is still up or not
    const char* state = up->get_bool() ? "Ready" : "Down";
    object.erase("up");
    object[reported ? "state" : "machine"] = state;
}

} // namespace

void bringUpToDate(json::value& value) {
    if (json::array* array = value.if_array())
        for (json::value& one : *array)
            bringUpToDate(one);
    if (json::object* object = value.if_object()) {
        renameMachine(*object);
        for (auto& [key, inner] : *object)
            bringUpToDate(inner);
    }
}

} // namespace usher::wire
