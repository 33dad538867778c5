#include "broker/setup/posix_rule.h"

#include <algorithm>
#include <cctype>

namespace usher::setup {

using protocol::OffsetChange;

/// Takes the text apart from the left; `ok()` turns false at the first thing that does not fit.
class PosixRule::Reader {
public:
    explicit Reader(std::string_view text) : rest_{text} {}

    [[nodiscard]] bool ok() const { return ok_; }
    [[nodiscard]] bool atEnd() const { return rest_.empty(); }
    [[nodiscard]] char next() const { return rest_.empty() ? '\0' : rest_.front(); }

    bool take(char c) {
        if (next() != c)
            return false;
        rest_.remove_prefix(1);
        return true;
    }

    void need(char c) { ok_ = take(c) && ok_; }

    /// "CET", or "<+03>".
    void zoneName() {
        const bool bracketed = take('<');
        std::size_t length = 0;
        while (length < rest_.size() && fits(rest_[length], bracketed))
            ++length;
        ok_ = ok_ && length >= 3;
        rest_.remove_prefix(length);
        if (bracketed)
            need('>');
    }

    int number(int least, int most) {
        int value = 0;
        int digits = 0;
        for (; digits < 3 && isDigit(next()); ++digits) {
            value = value * 10 + (next() - '0');
            rest_.remove_prefix(1);
        }
        ok_ = ok_ && digits > 0 && value >= least && value <= most;
        return value;
    }

    /// [+-]hh[:mm[:ss]] in seconds.
    std::int32_t span(int hoursMax) {
        const bool negative = take('-');
        if (!negative)
            take('+');
        std::int32_t seconds = number(0, hoursMax) * 3600;
        if (take(':'))
            seconds += number(0, 59) * 60;
        if (take(':'))
            seconds += number(0, 59);
        return negative ? -seconds : seconds;
    }

    Turn turn() {
        Turn turn;
        if (take('M')) {
            turn.kind = Turn::Kind::WeekdayOfMonth;
            turn.month = number(1, 12);
            need('.');
            turn.week = number(1, 5);
            need('.');
            turn.day = number(0, 6);
        } else if (take('J')) {
            turn.kind = Turn::Kind::DayWithoutLeap;
            turn.day = number(1, 365);
        } else {
            turn.kind = Turn::Kind::DayWithLeap;
            turn.day = number(0, 365);
        }
        if (take('/'))
            turn.second = span(167);
        return turn;
    }

private:
    static bool isDigit(char c) { return c >= '0' && c <= '9'; }
    static bool fits(char c, bool bracketed) {
        const bool letter = std::isalpha(static_cast<unsigned char>(c)) != 0;
        return letter || (bracketed && (isDigit(c) || c == '+' || c == '-'));
    }

    std::string_view rest_;
    bool ok_{true};
};

std::optional<PosixRule> PosixRule::parse(std::string_view text) {
    Reader reader{text};
    PosixRule rule;
    reader.zoneName();
    rule.standard_ = -reader.span(24); // POSIX counts west of Greenwich
    rule.summer_ = rule.standard_ + 3600;
    if (!reader.atEnd()) {
        reader.zoneName();
        if (reader.next() != ',')
            rule.summer_ = -reader.span(24);
        reader.need(',');
        const Turn begins = reader.turn();
        reader.need(',');
        rule.turns_ = {begins, reader.turn()};
    }
    if (!reader.ok() || !reader.atEnd())
        return std::nullopt;
    return rule;
}

std::int64_t PosixRule::wallSecond(const Turn& turn, int year) {
    using namespace std::chrono;
    const std::chrono::year inYear{year};
    sys_days day{inYear / January / 1};
    switch (turn.kind) {
    case Turn::Kind::DayWithLeap:
        day += days{turn.day};
        break;
    case Turn::Kind::DayWithoutLeap: // day 60 is 1 March in every year
        day += days{turn.day - 1 + (inYear.is_leap() && turn.day >= 60 ? 1 : 0)};
        break;
    case Turn::Kind::WeekdayOfMonth: {
        const month inMonth{static_cast<unsigned>(turn.month)};
        const weekday wanted{static_cast<unsigned>(turn.day)};
        day = turn.week == 5
                  ? sys_days{inYear / inMonth / wanted[last]}
                  : sys_days{inYear / inMonth / wanted[static_cast<unsigned>(turn.week)]};
        break;
    }
    }
    return duration_cast<seconds>(day.time_since_epoch()).count() + turn.second;
}

std::vector<OffsetChange> PosixRule::changesIn(int year) const {
    if (!turns_)
        return {};
    const std::int64_t begins = wallSecond((*turns_)[0], year) - standard_;
    const std::int64_t ends = wallSecond((*turns_)[1], year) - summer_;
    std::vector<OffsetChange> changes{{{begins * 1000}, summer_}, {{ends * 1000}, standard_}};
    std::sort(changes.begin(), changes.end(),
              [](const OffsetChange& a, const OffsetChange& b) { return a.from < b.from; });
    return changes;
}

} // namespace usher::setup
