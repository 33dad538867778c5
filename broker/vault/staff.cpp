#include "broker/vault/staff.h"

#include "broker/protocol/card_number.h"
#include "broker/protocol/utf8.h"

#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <map>
#include <sodium.h>

namespace usher::vault {

namespace {

using protocol::StaffRole;

constexpr std::size_t pinDigitsMin = 6;
constexpr std::size_t pinDigitsMax = 32;
constexpr std::size_t nameBytesMax = 64;

struct Person {
    std::string_view id;
    std::string_view name;
    StaffRole role{};
    std::string pin; ///< hashed
};

bool isPin(std::string_view text) {
    return text.size() >= pinDigitsMin && text.size() <= pinDigitsMax &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Empty if there is not enough memory for it.
std::string hashOf(std::string_view pin, PinCost cost) {
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str_alg(text.data(), pin.data(), pin.size(), cost.passes, cost.memory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        return {};
    return text.data();
}

/// "lobby-manager" and "LobbyManager" come out as "lobbymanager".
std::string plain(std::string_view text) {
    std::string letters;
    for (const char c : text)
        if (c != '-' && c != '_' && c != ' ')
            letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return letters;
}

Outcome put(Database& database, const Person& person) {
    Statement add{database, "INSERT OR REPLACE INTO staff(id, name, role, pin) VALUES(?, ?, ?, ?)"};
    const std::string_view role = boost::describe::enum_to_string(person.role, "");
    return add.with(person.id, person.name, role, person.pin).finish();
}

Outcome replaceAll(Database& database, const std::vector<Person>& people) {
    Transaction transaction{database};
    if (transaction.trouble())
        return transaction.trouble();
    if (auto trouble = database.run("DELETE FROM staff"))
        return trouble;
    for (const auto& person : people)
        if (auto trouble = put(database, person))
            return trouble;
    return transaction.commit();
}

Person personOf(RegisterFile& file, const RegisterFile::Line& line) {
    Person person{line.cells[0], line.cells[1], {}, {}};
    if (!protocol::StaffId::parse(person.id))
        file.object(line.number, "id: is not 1 to 31 of a-z A-Z 0-9 . _ -");
    if (person.name.empty() || person.name.size() > nameBytesMax)
        file.object(line.number, "name: is empty or longer than 64 bytes");
    if (protocol::holdsCard(person.id) || protocol::holdsCard(person.name))
        file.object(line.number, "id or name: could be a card number (not repeated here)");
    if (const auto role = staffRoleFromText(line.cells[2]))
        person.role = *role;
    else
        file.object(line.number, "role: is none of teller, lobby-manager, client-manager, "
                                 "authoriser, administrator");
    if (!isPin(line.cells[3]))
        file.object(line.number, "pin: is not 6 to 32 digits (not repeated here)");
    return person;
}

} // namespace

std::optional<StaffRole> staffRoleFromText(std::string_view text) {
    std::optional<StaffRole> found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<StaffRole>>([&](auto role) {
        if (plain(role.name) == plain(text))
            found = role.value;
    });
    return found;
}

std::variant<std::size_t, Problems> importStaff(VaultFile& vault, const std::filesystem::path& file,
                                                PinCost cost) {
    RegisterFile lines{file, {"id", "name", "role", "pin"}};
    std::vector<Person> people;
    std::map<std::string_view, std::size_t> seen;
    for (const auto& line : lines.lines()) {
        people.push_back(personOf(lines, line));
        if (const auto [first, fresh] = seen.emplace(people.back().id, line.number); !fresh)
            lines.object(line.number,
                         "id: is there already, in line " + std::to_string(first->second));
    }
    if (!lines.problems().empty())
        return lines.problems();
    for (std::size_t i = 0; i < people.size(); ++i) {
        people[i].pin = hashOf(lines.lines()[i].cells[3], cost);
        if (people[i].pin.empty())
            lines.object(0, "there is not enough memory to hash a PIN");
    }
    if (lines.problems().empty())
        if (auto trouble = replaceAll(vault.database(), people))
            lines.object(0, "the vault took nothing: " + trouble->what);
    if (!lines.problems().empty())
        return lines.problems();
    return people.size();
}

Outcome setStaff(VaultFile& vault, const protocol::StaffId& id, const std::string& name,
                 StaffRole role, const protocol::Secret& pin, PinCost cost) {
    if (!isPin(pin.reveal()))
        return Trouble{journal::Category::Other, "a PIN has 6 to 32 digits"};
    if (name.empty() || name.size() > nameBytesMax)
        return Trouble{journal::Category::Other, "a name has 1 to 64 bytes"};
    const Person person{id.view(), name, role, hashOf(pin.reveal(), cost)};
    if (person.pin.empty())
        return Trouble{journal::Category::Other, "there is not enough memory to hash a PIN"};
    return put(vault.database(), person);
}

PinChecker::PinChecker(Database& database, PinCost cost)
    : find_{database, "SELECT name, role, pin FROM staff WHERE id = ?"} {
    std::array<char, 32> random{};
    randombytes_buf(random.data(), random.size());
    nobody_ = hashOf({random.data(), random.size()}, cost);
}

protocol::PinChecked PinChecker::check(const protocol::SignOn& signOn) {
    protocol::PinChecked checked{signOn.staff, signOn.counter, false, {}, {}};
    const bool known = find_.with(signOn.staff.view()).row();
    const std::string name{known ? find_.text(0) : std::string_view{}};
    const auto role = known ? staffRoleFromText(find_.text(1)) : std::nullopt;
    const std::string hash{known ? find_.text(2) : std::string_view{nobody_}};
    find_.reset();
    const auto pin = signOn.pin.reveal();
    const bool fits = crypto_pwhash_str_verify(hash.c_str(), pin.data(), pin.size()) == 0;
    if (fits && known && role) {
        checked.right = true;
        // An older version took in what is no text; a journal with that cannot be read back.
        checked.name = protocol::isShowable(name) ? name : signOn.staff.str();
        checked.role = *role;
    }
    return checked;
}

} // namespace usher::vault
