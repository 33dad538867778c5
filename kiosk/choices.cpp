#include "kiosk/choices.h"

#include "kiosk/words.h"

#include <QStringList>

#include <algorithm>

namespace usher::kiosk {

using namespace protocol;

void Choices::setLanguage(const QString& language) {
    language_ = language;
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1), {NameRole, WithinRole});
    emit pageChanged();
}

void Choices::update(const Services& services) {
    services_ = services;
    if (cardsNow() != cards_)
        return deal(std::min(page_, pages() - 1));
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1));
}

void Choices::showGroups() {
    group_ = {};
    deal(0);
}

void Choices::openGroup(int row) {
    if (!isGroup(row))
        return;
    group_ = at(row)->group;
    deal(0);
}

void Choices::turn(int pages) {
    const int wished = page_ + pages;
    if (wished >= 0 && wished < this->pages())
        deal(wished);
}

void Choices::clear() {
    services_ = {};
    showGroups();
}

void Choices::deal(int page) {
    beginResetModel();
    cards_ = cardsNow();
    page_ = std::clamp(page, 0, pages() - 1);
    endResetModel();
    emit pageChanged();
}

std::vector<Choices::Card> Choices::cardsNow() const {
    std::vector<Card> cards;
    for (const Group& group : services_.groups) {
        Card card{group.id, {}};
        for (std::size_t i = 0; i < services_.offers.size(); ++i)
            if (services_.offers[i].group == group.id)
                card.offers.push_back(i);
        if (group_.empty() && !card.offers.empty())
            cards.push_back(card);
        if (group_ == group.id)
            for (const std::size_t i : card.offers)
                cards.push_back({group.id, {i}});
    }
    return cards;
}

const Choices::Card* Choices::at(int row) const {
    const int i = page_ * perPage + row;
    return row >= 0 && row < rowCount() ? &cards_[static_cast<std::size_t>(i)] : nullptr;
}

const Offer& Choices::offer(const Card& card) const {
    return services_.offers[card.offers.front()];
}

bool Choices::isGroup(int row) const {
    const Card* card = at(row);
    return card != nullptr && card->offers.size() > 1;
}

std::optional<ServiceId> Choices::serviceAt(int row) const {
    const Card* card = at(row);
    if (card == nullptr || card->offers.size() != 1)
        return std::nullopt;
    return offer(*card).service;
}

int Choices::pages() const {
    return std::max(1, (static_cast<int>(cards_.size()) + perPage - 1) / perPage);
}

QString Choices::groupName() const {
    const auto group = std::find_if(services_.groups.begin(), services_.groups.end(),
                                    [this](const Group& each) { return each.id == group_; });
    return group == services_.groups.end() ? QString{} : wordsOf(group->name, language_);
}

QString Choices::nameOf(const Card& card) const {
    if (card.offers.size() == 1)
        return wordsOf(offer(card).name, language_);
    const auto group = std::find_if(services_.groups.begin(), services_.groups.end(),
                                    [&](const Group& each) { return each.id == card.group; });
    return wordsOf(group->name, language_);
}

QString Choices::within(const Card& card) const {
    QStringList names;
    if (card.offers.size() > 1)
        for (const std::size_t i : card.offers)
            names << wordsOf(services_.offers[i].name, language_);
    return names.join(language_ == QLatin1String("zh") ? QStringLiteral("、")
                                                       : QStringLiteral(", "));
}

const Alternative* Choices::machine(const Card& card) const {
    if (card.offers.size() > 1 || offer(card).alternatives.empty())
        return nullptr;
    return &offer(card).alternatives.front();
}

/// What a forecast makes of a line that nobody serves, says nothing to who would stand in it.
Range Choices::wait(const Card& card) const {
    const bool known = card.offers.size() == 1 && offer(card).available;
    return known ? offer(card).wait : Range{Millis{-1}, Millis{-1}};
}

bool Choices::available(const Card& card) const {
    return std::any_of(card.offers.begin(), card.offers.end(),
                       [this](std::size_t i) { return services_.offers[i].available; });
}

int Choices::rowCount(const QModelIndex& parent) const {
    if (parent.isValid())
        return 0;
    return std::clamp(static_cast<int>(cards_.size()) - page_ * perPage, 0, perPage);
}

QVariant Choices::data(const QModelIndex& index, int role) const {
    const Card* card = at(index.row());
    if (card == nullptr)
        return {};
    const Alternative* machine = this->machine(*card);
    switch (role) {
    case NameRole:
        return nameOf(*card);
    case GroupRole:
        return card->offers.size() > 1;
    case WithinRole:
        return within(*card);
    case AvailableRole:
        return available(*card);
    case LowRole:
        return minutesOf(wait(*card).likely);
    case HighRole:
        return minutesOf(wait(*card).surely);
    case MachineRole:
        return machine != nullptr;
    case MachineLowRole:
        return machine != nullptr ? minutesOf(machine->wait.likely) : -1;
    case MachineHighRole:
        return machine != nullptr ? minutesOf(machine->wait.surely) : -1;
    default:
        return {};
    }
}

QHash<int, QByteArray> Choices::roleNames() const {
    return {{NameRole, "name"},
            {GroupRole, "group"},
            {WithinRole, "within"},
            {AvailableRole, "available"},
            {LowRole, "low"},
            {HighRole, "high"},
            {MachineRole, "machine"},
            {MachineLowRole, "machineLow"},
            {MachineHighRole, "machineHigh"}};
}

} // namespace usher::kiosk
