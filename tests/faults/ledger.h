// What a journal may hold at each point of a tape: the ledger of who was told what.
//
// Of a batch under way, all or nothing; of one that was acknowledged, all; of one that was refused,
// nothing.
#pragma once

#include "broker/engine/ports.h"

#include <map>
#include <memory>
#include <string>

namespace usher::faults {

/// Everything a journal was given, spelt out.
struct Content {
    std::vector<std::string> records;
    std::map<std::string, std::string> answers; ///< by command id
    std::map<protocol::Sequence, std::string> snapshots;
    std::map<std::string, std::string> notes;
    friend bool operator==(const Content&, const Content&) = default;
};
[[nodiscard]] Content with(Content content, const engine::Batch& batch);
/// In a few words, where they first differ.
[[nodiscard]] std::string difference(const Content& found, const Content& wanted);

class Ledger {
public:
    using Shared = std::shared_ptr<const Content>;
    explicit Ledger(Content start = {}) { settle(0, std::make_shared<Content>(std::move(start))); }
    /// One of these is there.
    explicit Ledger(std::vector<Shared> start) { pages_.push_back({0, std::move(start), {}}); }

    /// From step `at` on, this may be there instead of what is sure.
    void given(std::size_t at, Content content);
    /// Acknowledged or refused. A refused one `mayReturn` while no sync works: what should wipe it
    /// out does not get through either.
    void told(std::size_t at, bool well, bool mayReturn = false);
    /// A sync has worked again.
    void proved(std::size_t at);
    /// This is what is there, however it came about.
    void settle(std::size_t at, Shared content);

    /// What is sure by the end.
    [[nodiscard]] const Content& sure() const { return *pages_.back().allowed.front(); }
    /// What the journal may hold after `steps` steps.
    [[nodiscard]] std::vector<Shared> allowed(std::size_t steps) const;
    /// Batches and notes that were acknowledged.
    [[nodiscard]] std::size_t acknowledged() const { return acknowledged_; }
    [[nodiscard]] std::size_t refused() const { return refused_; }

private:
    struct Page {
        std::size_t from{};
        std::vector<Shared> allowed;
        Shared returning; ///< or nothing
    };

    std::vector<Page> pages_;
    Shared returning_;
    std::size_t acknowledged_{};
    std::size_t refused_{};
};

} // namespace usher::faults
