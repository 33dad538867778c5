// Claims about a row: what theory says of it, and where a replication says it.
//
// Of everybody, or of class `i` (from 0; people count from 1).
#pragma once

#include "broker/sim/reference.h"
#include "broker/sim/reference_entry.h"

namespace usher::sim {

using Figure = double simulate::Figures::*;

void claim(Row& row, const std::string& what, double value, Figure figure);
void claimOf(Row& row, std::size_t i, const std::string& what, double value, Figure figure);
/// The mean wait of each class.
void claimMeans(Row& row, const std::vector<double>& waits);
/// That a wait is longer than `beyond`.
void claimTail(Row& row, double beyond, double value);
void claimTailOf(Row& row, std::size_t i, double beyond, double value);
/// What becomes of those who give up, as an Erlang-A row gives it.
void claimAbandonment(Row& row, Entry& entry);

} // namespace usher::sim
