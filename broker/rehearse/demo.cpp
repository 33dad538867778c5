#include "broker/rehearse/demo.h"

#include "broker/rehearse/rows.h"

#include <algorithm>
#include <array>

namespace usher::rehearse {

namespace {

using setup::Problems;

bool allDigits(std::string_view text, std::size_t least, std::size_t most) {
    return text.size() >= least && text.size() <= most &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

protocol::Date dateIn(Row& row, std::size_t field) {
    const auto date = protocol::dateFromText(row.text(field));
    if (!date)
        row.wrong(field, "write YYYY-MM-DD");
    return date.value_or(protocol::Date{});
}

StaffMember staffFrom(Row& row, Problems& problems) {
    static constexpr std::array roles{"teller", "lobby-manager", "client-manager", "authoriser",
                                      "administrator"};
    if (std::find(roles.begin(), roles.end(), row.text(2)) == roles.end())
        row.wrong(2, setup::suggestion(row.text(2), {roles.begin(), roles.end()}));
    if (!allDigits(row.text(3), 4, 12)) // never repeated in a message
        problems.add(row.place(3), "this is no PIN", "write 4 to 12 digits");
    return {row.name<protocol::StaffId>(0), std::string{row.text(1)}, std::string{row.text(2)},
            protocol::Secret{row.text(3)}};
}

Card cardFrom(Row& row, Problems& problems) {
    if (!allDigits(row.text(0), 13, 19)) // never repeated in a message
        problems.add(row.place(0), "this is no card number", "write 13 to 19 digits");
    return {protocol::Secret{row.text(0)}, row.name<protocol::TierId>(1), dateIn(row, 2),
            dateIn(row, 3),
            row.text(4).empty() ? protocol::StaffId{} : row.name<protocol::StaffId>(4)};
}

/// Rows of as many fields as the heading, each made into a T.
template <class T, class Make>
Listing<T> readListing(const std::filesystem::path& path, std::string_view heading, Make make) {
    Problems problems{path.string()};
    const auto text = textOf(path, problems);
    if (!text)
        return problems.sorted();
    std::vector<Row> rows = rowsOf(*text, problems);
    const auto columns = static_cast<std::size_t>(std::count(heading.begin(), heading.end(), ','));
    const std::string_view firstLine = std::string_view{*text}.substr(0, text->find('\n'));
    if (firstLine != heading)
        problems.add({}, "the heading does not fit", "write " + std::string{heading});
    else
        rows.erase(rows.begin());
    std::vector<T> all;
    for (Row& row : rows)
        if (row.has(columns + 1, heading))
            all.push_back(make(row, problems));
    if (!problems.empty())
        return problems.sorted();
    return all;
}

} // namespace

Listing<StaffMember> readStaff(const std::filesystem::path& path) {
    return readListing<StaffMember>(path, "id,name,role,pin", staffFrom);
}

Listing<Card> readCards(const std::filesystem::path& path) {
    return readListing<Card>(path, "card,tier,valid_from,valid_to,client_manager", cardFrom);
}

} // namespace usher::rehearse
