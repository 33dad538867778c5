// A day to rehearse, as data: who works at which counter, who comes when and wants what.
//
// Read from a file as assets/days/README.md describes it; a bad file is refused with everything
// that is wrong with it. It plays nothing and knows no clock.
#pragma once

#include "broker/protocol/setup.h"
#include "broker/setup/problem.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace usher::rehearse {

/// Times of a Day count from the outlet's local midnight.
using std::chrono::seconds;

struct Break {
    seconds from{};
    seconds to{};
    std::string reason; ///< "lunch", "rest"
};

struct Teller {
    protocol::StaffId staff;
    protocol::CounterId counter;
    seconds on{};
    seconds off{};   ///< leaves from then on, once nobody waits whom the counter may take
    double factor{}; ///< a service takes so many times its service time
    std::vector<Break> breaks;
};

struct Customer {
    seconds arrives{};
    protocol::ServiceId service;
    std::uint32_t card{}; ///< row of the cards file, from 1; 0: no card
    bool assisted{};
    seconds patience{}; ///< from taking the ticket
    seconds serviceTime{};
    bool noShow{};
};

struct Day {
    std::filesystem::path staff; ///< as readStaff takes it
    std::filesystem::path cards; ///< as readCards takes it
    std::vector<Teller> tellers;
    std::vector<Customer> customers; ///< in order of arrival
};

using DayReading = std::variant<Day, std::vector<setup::Problem>>;

/// With an outlet, a service or counter it does not have is a problem too.
[[nodiscard]] DayReading readDay(const std::filesystem::path& path,
                                 const protocol::Setup* outlet = nullptr);

/// The same from text; `file` is named by problems, and what the day refers to lies beside it.
[[nodiscard]] DayReading readDayText(std::string_view text, const std::filesystem::path& file,
                                     const protocol::Setup* outlet = nullptr);

} // namespace usher::rehearse
