// A kiosk without hardware: a demo line, a branch that answers, a printer that obeys, a clock that
// stands.
#pragma once

#include "kiosk/demo.h"
#include "kiosk/visit.h"

#include <QSignalSpy>
#include <QTest>

namespace usher::kiosk {

inline const protocol::ServiceId opening = protocol::named<protocol::ServiceId>("opening");
inline constexpr std::string_view testCard = "6200000000000005";

struct KioskStand {
    explicit KioskStand(bool withPrinter = true)
        : link{link::DemoLink::busyMorning()}, branch{*link}, machine{withPrinter ? new DemoPrinter
                                                                                  : nullptr},
          printer{std::unique_ptr<devices::Printer>{machine}, parts}, visit{*link, clock, printer,
                                                                            parts} {
        visit.ticket()->setLetterhead({"K1", "https://queue.example/t/"});
    }

    /// How often a command was asked so far.
    [[nodiscard]] int asked(std::string_view command) const {
        return static_cast<int>(
            std::count(link->asked().begin(), link->asked().end(), std::string{command}));
    }
    bool reaches(Visit::State state) {
        return QTest::qWaitFor([&] { return visit.state() == state; });
    }
    bool choosing() {
        visit.begin();
        return reaches(Visit::State::Choosing);
    }
    void insert() {
        visit.onCard(card::CardArrived{});
        visit.onCard(card::CardRead{protocol::Secret{testCard}});
    }

    std::unique_ptr<link::DemoLink> link;
    DemoBranch branch;
    HandClock clock;
    Parts parts{*link};
    DemoPrinter* machine;
    SlipPrinter printer;
    Visit visit;
};

} // namespace usher::kiosk
