#include "broker/vault/cards.h"

#include "broker/protocol/card_number.h"
#include "broker/protocol/utf8.h"

#include <algorithm>
#include <limits>
#include <map>

namespace usher::vault {

namespace {

using protocol::Moment;

constexpr std::size_t managerBytesMax = 64;
constexpr std::ptrdiff_t managerDigitsMax = 11;

struct Card {
    CardHash hash{};
    protocol::TierId tier;
    Moment from{std::numeric_limits<std::int64_t>::min()};
    Moment until{std::numeric_limits<std::int64_t>::max()};
    std::string_view clientManager;
};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Reads one line into a card; what is wrong goes to the file's problems.
class LineReader {
public:
    LineReader(RegisterFile& file, const CardKey& key, const protocol::Setup* setup)
        : file_{file}, key_{key}, setup_{setup} {}

    Card read(const RegisterFile::Line& line) {
        Card card;
        if (!looksLikeCard(line.cells[0]))
            file_.object(line.number, "card: is not 12 to 19 digits with a fitting check digit "
                                      "(not repeated here)");
        card.hash = key_.hash(line.cells[0]);
        if (const auto [first, fresh] = lines_.emplace(card.hash, line.number); !fresh)
            file_.object(line.number,
                         "card: is there already, in line " + std::to_string(first->second));
        const auto tier = protocol::TierId::parse(line.cells[1]);
        if (!tier || (setup_ != nullptr && setup_->find(*tier) == nullptr))
            file_.object(line.number, "tier: is not one of the outlet's");
        card.tier = tier.value_or(protocol::TierId{});
        if (!line.cells[2].empty())
            card.from = dayStart(line, 2, "valid_from");
        if (!line.cells[3].empty())
            card.until = dayStart(line, 3, "valid_to");
        if (card.from >= card.until)
            file_.object(line.number, "valid_to: comes before valid_from");
        card.clientManager = line.cells[4];
        // A number that slipped into the wrong column must not be stored in clear.
        if (card.clientManager.size() > managerBytesMax ||
            std::count_if(card.clientManager.begin(), card.clientManager.end(), isDigit) >
                managerDigitsMax)
            file_.object(line.number, "client_manager: is too long, or looks like a card number");
        return card;
    }

private:
    /// Of valid_to: the start of the day after.
    Moment dayStart(const RegisterFile::Line& line, std::size_t column, const char* name) {
        const auto date = protocol::dateFromText(line.cells[column]);
        if (!date) {
            file_.object(line.number, std::string{name} + ": is not a day such as 2026-11-23");
            return column == 2 ? Card{}.from : Card{}.until;
        }
        const protocol::TimeZone zone = setup_ != nullptr ? setup_->timeZone : protocol::TimeZone{};
        return zone.at(column == 2 ? *date : protocol::nextDay(*date), 0);
    }

    RegisterFile& file_;
    const CardKey& key_;
    const protocol::Setup* setup_;
    std::map<CardHash, std::size_t> lines_;
};

Outcome replaceAll(Database& database, const std::vector<Card>& cards) {
    Transaction transaction{database};
    if (transaction.trouble())
        return transaction.trouble();
    if (auto trouble = database.run("DELETE FROM cards"))
        return trouble;
    Statement add{database, "INSERT INTO cards(hash, tier, validFrom, validUntil, clientManager) "
                            "VALUES(?, ?, ?, ?, ?)"};
    for (const auto& card : cards)
        if (auto trouble = add.with(card.hash, card.tier.view(), card.from.ms, card.until.ms,
                                    card.clientManager)
                               .finish())
            return trouble;
    return transaction.commit();
}

} // namespace

bool looksLikeCard(std::string_view digits) {
    if (digits.size() < 12 || digits.size() > 19 ||
        !std::all_of(digits.begin(), digits.end(), isDigit))
        return false;
    return protocol::fitsCheckDigit(digits);
}

std::variant<std::size_t, Problems> importCards(VaultFile& vault, const std::filesystem::path& file,
                                                const protocol::Setup* setup) {
    RegisterFile lines{file, {"card", "tier", "valid_from", "valid_to", "client_manager"}};
    LineReader reader{lines, vault.key(), setup};
    std::vector<Card> cards;
    cards.reserve(lines.lines().size());
    for (const auto& line : lines.lines())
        cards.push_back(reader.read(line));
    if (lines.problems().empty())
        if (auto trouble = replaceAll(vault.database(), cards))
            lines.object(0, "the vault took nothing: " + trouble->what);
    if (!lines.problems().empty())
        return lines.problems();
    return cards.size();
}

CardFinder::CardFinder(Database& database)
    : find_{database, "SELECT tier, clientManager FROM cards "
                      "WHERE hash = ?1 AND validFrom <= ?2 AND ?2 < validUntil"} {}

protocol::CardLookedUp CardFinder::find(const CardHash& hash, Moment now) {
    protocol::CardLookedUp found;
    if (find_.with(hash, now.ms).row()) {
        found.tier = protocol::TierId::parse(find_.text(0));
        if (protocol::isShowable(find_.text(1))) // an older version took in anything
            found.clientManager = find_.text(1);
    }
    find_.reset();
    return found;
}

} // namespace usher::vault
