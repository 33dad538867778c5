#include "tests/faults/ledger.h"

#include "broker/wire/codec.h"

#include <algorithm>
#include <cassert>

namespace usher::faults {

namespace {

constexpr std::size_t snapshotsKept = 3;

} // namespace

Content with(Content content, const engine::Batch& batch) {
    if (batch.snapshot) {
        content.snapshots[batch.snapshot->sequence] = wire::encode(*batch.snapshot);
        while (content.snapshots.size() > snapshotsKept)
            content.snapshots.erase(content.snapshots.begin());
    }
    for (const auto& record : batch.records)
        content.records.push_back(wire::encode(record));
    for (const auto& answer : batch.answers)
        content.answers.emplace(protocol::toHex(answer.id), wire::encode(answer.reply));
    return content;
}

std::string difference(const Content& found, const Content& wanted) {
    const auto count = [](const char* what, std::size_t is, std::size_t should) {
        return std::to_string(is) + " " + what + ", not " + std::to_string(should);
    };
    if (found.records != wanted.records) {
        const auto [is, should] = std::mismatch(found.records.begin(), found.records.end(),
                                                wanted.records.begin(), wanted.records.end());
        return count("records", found.records.size(), wanted.records.size()) +
               "; they differ from the " + std::to_string(is - found.records.begin() + 1) + "th on";
    }
    if (found.answers != wanted.answers)
        return count("answers", found.answers.size(), wanted.answers.size());
    if (found.snapshots != wanted.snapshots)
        return count("snapshots", found.snapshots.size(), wanted.snapshots.size());
    for (const auto& [key, value] : wanted.notes)
        if (!found.notes.contains(key) || found.notes.at(key) != value)
            return "the note " + key + " is not " + value;
    return found == wanted ? "" : "there are other notes";
}

void Ledger::given(std::size_t at, Content content) {
    assert(pages_.back().allowed.size() == 1);
    pages_.push_back(
        {at,
         {pages_.back().allowed.front(), std::make_shared<Content>(std::move(content))},
         returning_});
}

void Ledger::told(std::size_t at, bool well, bool mayReturn) {
    assert(pages_.back().allowed.size() == 2);
    ++(well ? acknowledged_ : refused_);
    const Shared batch = pages_.back().allowed.back();
    if (well || mayReturn)
        returning_ = well ? nullptr : batch;
    settle(at, well ? batch : pages_.back().allowed.front());
}

void Ledger::proved(std::size_t at) {
    returning_ = nullptr;
    settle(at, pages_.back().allowed.front());
}

void Ledger::settle(std::size_t at, Shared content) {
    pages_.push_back({at, {std::move(content)}, returning_});
}

std::vector<Ledger::Shared> Ledger::allowed(std::size_t steps) const {
    const auto after =
        std::upper_bound(pages_.begin(), pages_.end(), steps,
                         [](std::size_t at, const Page& page) { return at < page.from; });
    assert(after != pages_.begin());
    auto allowed = std::prev(after)->allowed;
    if (std::prev(after)->returning)
        allowed.push_back(std::prev(after)->returning);
    return allowed;
}

} // namespace usher::faults
