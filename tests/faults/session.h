// One life of the real journal, asked from the outside as the broker asks it.
#pragma once

#include "broker/journal/sqlite_journal.h"
#include "tests/faults/ledger.h"
#include "tests/support/folder.h"

namespace usher::faults {

/// A folder in memory if the machine has one.
struct Folder : test::Folder {
    Folder();
};

class Session {
public:
    /// What the broker would say instead of starting.
    static std::variant<std::unique_ptr<Session>, std::string>
    open(const std::filesystem::path& dir, journal::LogLimits limits = {});

    struct Told {
        bool well{};
        std::size_t at{}; ///< how long the tape was when it was said
    };
    /// Waits for the answer.
    [[nodiscard]] Told commit(engine::Batch batch);
    /// Hears the answer whenever it comes; one at a time.
    void begin(engine::Batch batch, std::function<void(Told)> told);
    [[nodiscard]] Told note(const std::string& key, const std::string& value);
    /// Reads what there is now until told to stop, as a backup or a report would; the log behind it
    /// cannot be moved meanwhile.
    void startReading();
    void stopReading();
    [[nodiscard]] bool logLeftAlone() const { return journal_->logLeftAlone(); }
    /// All there is, the chain checked on the way, every answer recalled; or what is wrong.
    [[nodiscard]] std::variant<Content, std::string> read();
    /// As `usher-broker verify`, the file's pages too. Nothing: clean.
    [[nodiscard]] std::optional<std::string> verify();

private:
    explicit Session(std::filesystem::path dir) : dir_{std::move(dir)} {}
    [[nodiscard]] std::optional<std::string> readRecords(Content& content);
    [[nodiscard]] std::optional<std::string> readBesides(Content& content);

    std::filesystem::path dir_;
    std::unique_ptr<journal::SqliteJournal> journal_;
    std::optional<journal::Database> beside_;
    journal::Statement reading_;
};

} // namespace usher::faults
