#include "kiosk/ways.h"

#include "kiosk/words.h"

#include <algorithm>

namespace usher::kiosk {

using namespace protocol;

namespace {

const Offer* offerOf(const Services& services, const ServiceId& service) {
    const auto offer = std::find_if(services.offers.begin(), services.offers.end(),
                                    [&](const Offer& each) { return each.service == service; });
    return offer == services.offers.end() ? nullptr : &*offer;
}

/// What is not known comes last.
bool sooner(const Range& a, const Range& b) {
    if (a.likely < Millis{0} || b.likely < Millis{0})
        return b.likely < Millis{0} && a.likely >= Millis{0};
    return a.likely < b.likely;
}

} // namespace

bool Ways::matter(const Services& services, const ServiceId& service) {
    const Offer* offer = offerOf(services, service);
    return offer != nullptr && (!offer->available || !offer->alternatives.empty());
}

void Ways::setLanguage(const QString& language) {
    language_ = language;
    if (!rows_.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
    emit changed();
}

void Ways::open(const Services& services, const ServiceId& service) {
    const Offer* offer = offerOf(services, service);
    if (offer == nullptr)
        return clear();
    beginResetModel();
    offer_ = *offer;
    zone_ = {};
    for (const Zone& zone : services.zones)
        if (zone.id == offer_.zone)
            zone_ = zone.name;
    lost_.reset();
    rows_.clear();
    for (const Alternative& machine : offer_.alternatives)
        if (rows_.size() < machinesMost)
            rows_.push_back({machine});
    // Behind the machines that are no later: there one may go without waiting to be called.
    const auto place = std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) {
        return offer_.available && sooner(offer_.wait, row.machine.wait);
    });
    rows_.insert(place, Row{});
    endResetModel();
    emit changed();
}

void Ways::update(const Services& services) {
    const Offer* offer = offerOf(services, offer_.service);
    if (offer == nullptr || rows_.empty())
        return;
    offer_ = *offer;
    for (Row& row : rows_) {
        if (!row.isMachine())
            continue;
        const auto now = std::find_if(
            offer_.alternatives.begin(), offer_.alternatives.end(),
            [&](const Alternative& each) { return each.machine == row.machine.machine; });
        row.able = now != offer_.alternatives.end();
        if (!row.able)
            continue;
        row.machine = *now;
        if (lost_ == row.machine.machine)
            lost_.reset();
    }
    emit dataChanged(index(0), index(rowCount() - 1));
    emit changed();
}

void Ways::lose(const CounterId& machine) {
    for (Row& row : rows_)
        if (row.isMachine() && row.machine.machine == machine) {
            row.able = false;
            lost_ = machine;
        }
    emit dataChanged(index(0), index(rowCount() - 1));
    emit changed();
}

void Ways::clear() {
    beginResetModel();
    offer_ = {};
    zone_ = {};
    rows_.clear();
    lost_.reset();
    endResetModel();
    emit changed();
}

const Ways::Row* Ways::rowAt(int row) const {
    return row >= 0 && row < rowCount() ? &rows_[static_cast<std::size_t>(row)] : nullptr;
}

Range Ways::waitOf(const Row& row) const {
    if (row.isMachine())
        return row.machine.wait;
    return offer_.available ? offer_.wait : Range{Millis{-1}, Millis{-1}};
}

std::optional<Ways::Way> Ways::at(int row) const {
    const Row* way = rowAt(row);
    if (way == nullptr || !way->able)
        return std::nullopt;
    if (!way->isMachine())
        return Way{offer_.service, {}};
    return Way{offer_.service, way->machine.machine};
}

std::optional<Alternative> Ways::machine(const CounterId& machine) const {
    for (const Row& row : rows_)
        if (row.isMachine() && row.machine.machine == machine)
            return row.machine;
    return std::nullopt;
}

QString Ways::service() const {
    return wordsOf(offer_.name, language_);
}

QString Ways::lost() const {
    const auto machine = lost_ ? this->machine(*lost_) : std::nullopt;
    return machine ? wordsOf(machine->name, language_) : QString{};
}

int Ways::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant Ways::data(const QModelIndex& index, int role) const {
    const Row* row = rowAt(index.row());
    if (row == nullptr)
        return {};
    switch (role) {
    case NameRole:
        return wordsOf(row->isMachine() ? row->machine.name : zone_, language_);
    case MachineRole:
        return row->isMachine();
    case OpenRole:
        return row->isMachine() ? row->able : offer_.available;
    case LowRole:
        return minutesOf(waitOf(*row).likely);
    case HighRole:
        return minutesOf(waitOf(*row).surely);
    case AheadRole:
        return row->isMachine() ? -1 : static_cast<int>(offer_.ahead);
    default:
        return {};
    }
}

QHash<int, QByteArray> Ways::roleNames() const {
    return {{NameRole, "name"}, {MachineRole, "machine"}, {OpenRole, "open"},
            {LowRole, "low"},   {HighRole, "high"},       {AheadRole, "ahead"}};
}

} // namespace usher::kiosk
