#include "broker/house/why.h"

#include "broker/house/ticket_story.h"
#include "broker/journal/archive.h"

namespace usher::house {

std::variant<Why, std::string> why(const std::filesystem::path& data, const std::string& ticket) {
    auto opened = journal::Archive::open(data);
    if (auto* trouble = std::get_if<journal::Trouble>(&opened))
        return trouble->what;
    TicketStory story{ticket};
    const auto trouble =
        std::get<journal::Archive>(opened).forEachRecord(1, [&](const protocol::Record& record) {
            story.take(record);
            return true;
        });
    if (trouble)
        return trouble->what;
    auto told = story.tell();
    if (!told)
        return "no ticket " + ticket + " was ever taken here";
    return std::move(*told);
}

} // namespace usher::house
