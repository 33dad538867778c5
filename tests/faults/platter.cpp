#include "tests/faults/platter.h"

#include <algorithm>
#include <cassert>

namespace usher::faults {

namespace {

constexpr std::size_t sector = 512; ///< bytes

void grow(std::string& content, std::size_t size, world::Dice* garbage) {
    for (std::size_t at = content.size(); at < size; ++at)
        content += garbage != nullptr ? static_cast<char>(garbage->bits()) : '\0';
}

} // namespace

Platter::Platter(const Files& files) {
    for (const auto& [name, content] : files) {
        names_[name] = files_.size();
        files_.push_back({content, {}});
    }
    durableNames_ = names_;
}

void Platter::take(const Step& step) {
    const auto name = [&](const Naming& naming) {
        rename(names_, naming);
        namings_.push_back(naming);
    };
    switch (step.act) {
    case Act::Read:
        return;
    case Act::Create:
        files_.emplace_back();
        return name({"", step.file, files_.size() - 1});
    case Act::Delete:
        return name({step.file, "", names_.at(step.file)});
    case Act::Rename:
        return name({step.file, step.bytes, names_.at(step.file)});
    case Act::Write:
        return contentOf(step.file).changes.push_back({step.at, step.bytes, false, false, false});
    case Act::Truncate:
        return contentOf(step.file).changes.push_back({step.at, {}, true, false, false});
    case Act::Sync:
        return sync(contentOf(step.file), step.failed);
    case Act::SyncFolder:
        durableNames_ = names_;
        return namings_.clear();
    }
}

void Platter::rename(Names& names, const Naming& naming) {
    if (!naming.from.empty())
        names.erase(naming.from);
    if (!naming.to.empty())
        names[naming.to] = naming.file;
}

void Platter::sync(Content& content, bool failed) {
    for (Change& change : content.changes) {
        change.lost = change.lost || (failed && !change.sure);
        change.sure = change.sure || (!failed && !change.lost);
    }
    const auto open = std::find_if(content.changes.begin(), content.changes.end(),
                                   [](const Change& change) { return !change.sure; });
    for (auto change = content.changes.begin(); change != open; ++change)
        apply(content.durable, *change);
    content.changes.erase(content.changes.begin(), open);
}

void Platter::apply(std::string& content, const Change& change) {
    const auto at = static_cast<std::size_t>(change.at);
    if (change.cut)
        return content.resize(at);
    grow(content, at + change.bytes.size(), nullptr);
    content.replace(at, change.bytes.size(), change.bytes);
}

void Platter::applySectors(std::string& content, const Change& change, world::Dice& dice,
                           bool garbage) {
    if (change.cut)
        return dice.oneIn(2) ? apply(content, change) : void();
    const auto begin = static_cast<std::size_t>(change.at);
    const auto end = begin + change.bytes.size();
    for (auto at = begin; at < end;) {
        const auto next = std::min((at / sector + 1) * sector, end);
        if (dice.oneIn(2)) {
            grow(content, next, garbage ? &dice : nullptr);
            content.replace(at, next - at, change.bytes, at - begin, next - at);
        }
        at = next;
    }
}

Files Platter::inCache() const {
    Files files;
    for (const auto& [name, file] : names_) {
        std::string content = files_[file].durable;
        for (const Change& change : files_[file].changes)
            apply(content, change);
        files[name] = std::move(content);
    }
    return files;
}

std::string Platter::cutContent(const Content& content, Cut cut, world::Dice& dice) {
    std::string made = content.durable;
    const bool garbage = dice.oneIn(4);
    const std::size_t count = content.changes.size();
    const std::size_t mark = dice.below(count + 1);
    for (std::size_t i = 0; i < count; ++i) {
        const Change& change = content.changes[i];
        const bool torn = !change.sure && (cut == Cut::Sectors || (cut == Cut::Front && i == mark));
        bool whole = change.sure || cut == Cut::All;
        whole = whole || (cut == Cut::Front && i < mark) || (cut == Cut::Back && i >= mark) ||
                (cut == Cut::Any && dice.oneIn(2));
        if (torn)
            applySectors(made, change, dice, garbage);
        else if (whole)
            apply(made, change);
    }
    // The length may be there before the content.
    if (cut != Cut::None && dice.oneIn(4)) {
        std::size_t longest = made.size();
        for (const Change& change : content.changes)
            longest = std::max(longest, static_cast<std::size_t>(change.at) + change.bytes.size());
        grow(made, longest, garbage ? &dice : nullptr);
    }
    return made;
}

Files Platter::afterCut(Cut cut, world::Dice& dice) const {
    Names names = durableNames_;
    std::size_t kept = cut == Cut::All ? namings_.size() : 0;
    if (cut != Cut::All && cut != Cut::None)
        kept = dice.below(namings_.size() + 1);
    for (std::size_t i = 0; i < kept; ++i)
        rename(names, namings_[i]);
    Files files;
    for (const auto& [name, file] : names)
        files[name] = cutContent(files_[file], cut, dice);
    return files;
}

bool Platter::settled() const {
    return namings_.empty() && std::all_of(names_.begin(), names_.end(), [this](const auto& name) {
               return files_[name.second].changes.empty();
           });
}

} // namespace usher::faults
