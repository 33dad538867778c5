#include "broker/rehearse/day.h"

#include "broker/rehearse/rows.h"

#include <algorithm>

namespace usher::rehearse {

namespace {

using setup::Problems;

constexpr std::int64_t cardRowMax = 100'000;
constexpr std::int64_t secondsMax = 86'400;

/// Takes one row after the other into the day.
class Reader {
public:
    Reader(const std::filesystem::path& file, const protocol::Setup* outlet, Problems& problems)
        : folder_{file.parent_path()}, outlet_{outlet}, problems_{problems} {}

    void take(Row& row) {
        const std::string_view kind = row.text(0);
        if (!begun_ && kind != "usher-day")
            row.wrong(0, "begin the file with usher-day,1");
        begun_ = true;
        if (kind == "usher-day")
            version(row);
        else if (kind == "staff")
            reference(row, day_.staff);
        else if (kind == "cards")
            reference(row, day_.cards);
        else if (kind == "teller")
            teller(row);
        else if (kind == "break")
            pause(row);
        else if (kind == "customer")
            customer(row);
        else
            row.wrong(0,
                      setup::suggestion(kind, {"staff", "cards", "teller", "break", "customer"}));
    }

    Day finish() {
        const auto need = [&](bool there, const char* what, const char* whatToDo) {
            if (!there && begun_)
                problems_.add({}, what, whatToDo);
        };
        if (!begun_)
            problems_.add({}, "the file holds no day", "begin it with usher-day,1");
        need(!day_.staff.empty(), "the day names no staff file", "add a line staff,FILE");
        need(!day_.cards.empty(), "the day names no cards file", "add a line cards,FILE");
        need(!day_.tellers.empty(), "the day has no teller", "add a teller line");
        return std::move(day_);
    }

private:
    void version(Row& row) const {
        if (row.has(2, "usher-day,1"))
            (void)row.whole(1, 1, 1);
    }

    void reference(Row& row, std::filesystem::path& into) {
        if (!row.has(2, std::string{row.text(0)} + ",FILE"))
            return;
        if (row.text(1).empty() || !into.empty())
            row.wrong(1, "name one file, once");
        else
            into = folder_ / row.text(1);
    }

    void teller(Row& row) {
        if (!row.has(6, "teller,staff,counter,HH:MM:SS,HH:MM:SS,factor"))
            return;
        const auto on = row.time(3);
        const auto off = row.time(4);
        Teller one{row.name<protocol::StaffId>(1), row.name<protocol::CounterId>(2),
                   on.value_or(seconds{}),         off.value_or(seconds{}),
                   row.real(5, 0.2, 5.0),          {}};
        for (const Teller& other : day_.tellers) {
            if (other.staff == one.staff)
                row.wrong(1, "give each teller one line");
            if (other.counter == one.counter)
                row.wrong(2, "give each counter one teller");
        }
        if (outlet_ && !one.counter.empty() && !outlet_->find(one.counter))
            row.wrong(2, unknown(outlet_->counters));
        if (on && off && one.on >= one.off)
            row.wrong(4, "sign off after signing on");
        day_.tellers.push_back(std::move(one));
    }

    void pause(Row& row) {
        if (!row.has(5, "break,staff,HH:MM:SS,HH:MM:SS,reason"))
            return;
        const auto staff = row.name<protocol::StaffId>(1);
        const auto from = row.time(2);
        const auto to = row.time(3);
        if (row.text(4).empty())
            row.wrong(4, "say why");
        const auto whose =
            std::find_if(day_.tellers.begin(), day_.tellers.end(),
                         [&](const Teller& teller) { return teller.staff == staff; });
        if (whose == day_.tellers.end())
            row.wrong(1, "put the teller's line first");
        if (!from || !to || whose == day_.tellers.end())
            return;
        const seconds free = whose->breaks.empty() ? whose->on : whose->breaks.back().to;
        if (*from >= *to)
            row.wrong(3, "end the break after it begins");
        else if (*from < free || *to > whose->off)
            row.wrong(2, "keep breaks in order and within the shift");
        whose->breaks.push_back({*from, *to, std::string{row.text(4)}});
    }

    void customer(Row& row) {
        if (!row.has(8, "customer,HH:MM:SS,service,card,assisted,patience,service time,no-show"))
            return;
        const auto arrives = row.time(1);
        Customer one;
        one.arrives =
            arrives.value_or(day_.customers.empty() ? seconds{} : day_.customers.back().arrives);
        one.service = row.name<protocol::ServiceId>(2);
        if (row.text(3) != "-")
            one.card = static_cast<std::uint32_t>(row.whole(3, 1, cardRowMax));
        one.assisted = row.flag(4);
        one.patience = seconds{row.whole(5, 1, secondsMax)};
        one.serviceTime = seconds{row.whole(6, 1, secondsMax)};
        one.noShow = row.flag(7);
        if (outlet_ && !one.service.empty() && !outlet_->find(one.service))
            row.wrong(2, unknown(outlet_->services));
        if (!day_.customers.empty() && one.arrives < day_.customers.back().arrives)
            row.wrong(1, "put customers in order of arrival");
        day_.customers.push_back(one);
    }

    template <class All>
    static std::string unknown(const All& all) {
        std::string text = "the outlet has:";
        for (const auto& one : all)
            text += " " + one.id.str();
        return text;
    }

    std::filesystem::path folder_;
    const protocol::Setup* outlet_;
    Problems& problems_;
    bool begun_{};
    Day day_;
};

} // namespace

DayReading readDayText(std::string_view text, const std::filesystem::path& file,
                       const protocol::Setup* outlet) {
    Problems problems{file.string()};
    Reader reader{file, outlet, problems};
    for (Row& row : rowsOf(text, problems))
        reader.take(row);
    Day day = reader.finish();
    if (!problems.empty())
        return problems.sorted();
    return day;
}

DayReading readDay(const std::filesystem::path& path, const protocol::Setup* outlet) {
    Problems problems{path.string()};
    const auto text = textOf(path, problems);
    if (!text)
        return problems.sorted();
    return readDayText(*text, path, outlet);
}

} // namespace usher::rehearse
