// The journal's tables, their versions, and the way from one to the next.
//
// A file is looked at before it is touched: what is damaged, foreign or from a newer Usher is
// refused as it stands. An older one is copied first and then brought up to date in one
// transaction.
#pragma once

#include "broker/journal/database.h"

namespace usher::journal {

inline constexpr int applicationId = 0x55534852; ///< "USHR", in the file's header
inline constexpr int schemaVersion = 2;          ///< 2: hash chain, answers by age

/// Whether a row of `answers` says that the command was refused.
inline constexpr std::string_view isRefusal = R"(reply GLOB '{"refusal":*')";

enum class Care {
    Swift,   ///< checks every page of a file up to 64 MiB, the header and tables of a larger one
    Thorough ///< checks every page: a third of a second for a million events
};
/// The version of the file, without changing it; 0 if there is none. Refused with what to do.
[[nodiscard]] std::variant<int, Trouble> look(const std::filesystem::path& file, Care care);

/// Makes a journal of that version where there is no file.
[[nodiscard]] Outcome create(const std::filesystem::path& file, int version = schemaVersion);
/// Looks, then makes or brings up to date. The copy of an older one stays beside it.
[[nodiscard]] Outcome prepare(const std::filesystem::path& file);

} // namespace usher::journal
