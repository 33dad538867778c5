// Every page and state of the kiosk, to be drawn and gone through without a broker.
#pragma once

#include "broker/link/stage.h"
#include "kiosk/demo.h"
#include "kiosk/visit.h"

namespace usher::kiosk {

class Scenes {
public:
    /// All of these must outlive the scenes.
    Scenes(Visit& visit, link::DemoLink& link, DemoBranch& branch, DemoPrinter& printer,
           HandClock& clock)
        : visit_{visit}, link_{link}, branch_{branch}, printer_{printer}, clock_{clock} {}

    [[nodiscard]] std::vector<link::Scene> all();

private:
    using Act = std::function<void()>;
    struct Page {
        const char* name;
        Act act;
    };

    [[nodiscard]] std::vector<Page> pages();
    [[nodiscard]] std::vector<Page> choosingPages();
    [[nodiscard]] std::vector<Page> waysPages();
    [[nodiscard]] std::vector<Page> bookingPages();
    [[nodiscard]] std::vector<Page> takingPages();
    [[nodiscard]] std::vector<Page> troubles();
    void begin(bool large, bool contrast);
    void goHome();
    void choosing();
    void ways(const protocol::ServiceId& service);
    /// Took that row of the ways.
    void went(int row, Visit::State state);
    void typed(const char* reference);
    void claimed(Visit::State state);
    void toldOnClaim(protocol::Refusal refusal);
    void queueAtMachines();
    void taken(DemoPrinter::Manner manner);
    void refusedWith(protocol::Refusal refusal);
    void failed(card::CardFailure failure);
    void settle(Visit::State state);

    Visit& visit_;
    link::DemoLink& link_;
    DemoBranch& branch_;
    DemoPrinter& printer_;
    HandClock& clock_;
};

} // namespace usher::kiosk
