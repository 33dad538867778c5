#include "broker/house/past.h"

#include "broker/journal/archive.h"

#include <spdlog/spdlog.h>

namespace usher::house {

using namespace protocol;

namespace {

/// Some months of a busy outlet; read in a few seconds.
constexpr Sequence eventsMax = 300'000;

/// The oldest snapshot that is near enough; nothing: from the first event.
std::optional<Sequence> beginning(journal::Archive& archive, Sequence last) {
    if (last <= eventsMax)
        return std::nullopt;
    std::optional<Sequence> from;
    for (const Sequence snapshot : archive.snapshots())
        if (!from || last - snapshot <= eventsMax)
            from = snapshot;
    return from;
}

} // namespace

outlook::Seer learnPast(const std::filesystem::path& data, Sequence last,
                        const outlet::Outlet& now) {
    auto opened = journal::Archive::open(data);
    if (auto* trouble = std::get_if<journal::Trouble>(&opened)) {
        spdlog::warn("the forecast learns nothing from the past: {}", trouble->what);
        return outlook::Seer{now};
    }
    auto& archive = std::get<journal::Archive>(opened);
    outlook::Seer seer;
    if (const auto from = beginning(archive, last)) {
        auto snapshot = archive.snapshot(*from);
        if (const auto* found = std::get_if<Snapshot>(&snapshot))
            seer = outlook::Seer{outlet::Outlet{*found}};
    }
    const auto trouble =
        archive.forEachRecord(seer.outlet().sequence() + 1, [&](const Record& record) {
            if (record.sequence <= last)
                seer.take(record);
            return record.sequence < last;
        });
    if (trouble || seer.outlet().sequence() != last) {
        spdlog::warn("the forecast learns nothing from the past: {}",
                     trouble ? trouble->what : "events are missing");
        return outlook::Seer{now};
    }
    return seer;
}

} // namespace usher::house
