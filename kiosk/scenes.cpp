#include "kiosk/scenes.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

namespace usher::kiosk {

using namespace protocol;
using namespace std::chrono_literals;

namespace {

struct Dress {
    const char* name;
    QSize size;
    bool large;
    bool contrast;
};

const std::vector<Dress> dresses{
    {"portrait", {1080, 1920}, false, false},         {"portrait-large", {1080, 1920}, true, false},
    {"portrait-contrast", {1080, 1920}, false, true}, {"landscape", {1280, 1024}, false, false},
    {"landscape-large", {1280, 1024}, true, false},   {"wide", {1920, 1080}, false, false},
};

const ServiceId demoService = named<ServiceId>("opening");
const ServiceId machineService = named<ServiceId>("cash");
const CounterId firstMachine = named<CounterId>("atm-1");
const CounterId secondMachine = named<CounterId>("atm-2");

} // namespace

std::vector<link::Scene> Scenes::all() {
    std::vector<link::Scene> scenes;
    for (const Dress& dress : dresses)
        for (const Page& page : pages())
            scenes.push_back({QStringLiteral("%1-%2").arg(page.name, dress.name), dress.size,
                              [this, dress, act = page.act] {
                                  begin(dress.large, dress.contrast);
                                  act();
                              }});
    return scenes;
}

std::vector<Scenes::Page> Scenes::pages() {
    std::vector<Page> all;
    for (const std::vector<Page>& some :
         {choosingPages(), waysPages(), bookingPages(), takingPages(), troubles()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

std::vector<Scenes::Page> Scenes::choosingPages() {
    return {
        {"welcome", [] {}},
        {"welcome-no-reader", [this] { visit_.onCard(card::ReaderLost{}); }},
        {"reading", [this] { visit_.onCard(card::CardArrived{}); }},
        {"opening", [this] { link_.hold(), visit_.begin(); }},
        {"groups", [this] { choosing(); }},
        {"services", [this] { choosing(), visit_.choose(0); }},
        {"services-no-counter", [this] { branch_.deserted = true, choosing(), visit_.choose(2); }},
        {"services-line-down", [this] { choosing(), link_.setStale(true, 6); }},
        {"help-called",
         [this] { choosing(), visit_.help()->call(), settle(Visit::State::Choosing); }},
        {"idle", [this] { choosing(), clock_.advance(47s); }},
    };
}

std::vector<Scenes::Page> Scenes::waysPages() {
    return {
        {"ways", [this] { ways(machineService); }},
        {"ways-later", [this] { queueAtMachines(), ways(machineService); }},
        {"ways-lost", [this] { branch_.fail({firstMachine}), went(0, Visit::State::Ways); }},
        {"ways-no-counter", [this] { branch_.deserted = true, ways(demoService); }},
        {"ways-line-down", [this] { ways(machineService), link_.setStale(true, 6); }},
        {"ticket-machine", [this] { went(0, Visit::State::Ticket); }},
        {"ticket-machine-later", [this] { queueAtMachines(), went(1, Visit::State::Ticket); }},
        {"shown-machine",
         [this] {
             printer_.manner = DemoPrinter::Manner::HasNoPaper;
             went(0, Visit::State::Shown);
         }},
    };
}

std::vector<Scenes::Page> Scenes::bookingPages() {
    return {
        {"booking", [this] { typed(""); }},
        {"booking-typed", [this] { typed("20261127"); }},
        {"booking-unknown", [this] { typed("20261128"), claimed(Visit::State::Booking); }},
        {"booking-early", [this] { toldOnClaim(Refusal::AppointmentTooEarly); }},
        {"booking-used", [this] { toldOnClaim(Refusal::AppointmentUsed); }},
        {"booking-gone", [this] { toldOnClaim(Refusal::ServiceUnavailable); }},
        {"booking-line-down", [this] { typed("2026"), link_.setStale(true, 6); }},
        {"ticket-booked", [this] { typed("20261127"), claimed(Visit::State::Ticket); }},
        {"ticket-late",
         [this] {
             branch_.late = true;
             typed("20261127");
             claimed(Visit::State::Ticket);
         }},
    };
}

std::vector<Scenes::Page> Scenes::takingPages() {
    using enum DemoPrinter::Manner;
    return {
        {"taking", [this] { choosing(), link_.hold(), visit_.take(demoService); }},
        {"printing", [this] { taken(NeverEnds); }},
        {"ticket", [this] { taken(Prints), settle(Visit::State::Ticket); }},
        {"shown", [this] { taken(HasNoPaper), settle(Visit::State::Shown); }},
        {"shown-paper-unknown", [this] { taken(Vanishes), settle(Visit::State::Shown); }},
        {"paper-failed", [this] { taken(Jams), settle(Visit::State::PaperFailed); }},
        {"uncertain",
         [this] {
             branch_.silent = true;
             taken(Prints);
             settle(Visit::State::Uncertain);
         }},
    };
}

std::vector<Scenes::Page> Scenes::troubles() {
    using enum card::CardFailure;
    return {
        {"closed",
         [this] {
             branch_.open = false;
             visit_.begin();
             settle(Visit::State::Troubled);
         }},
        {"hall-full", [this] { refusedWith(Refusal::QueueFull); }},
        {"refused", [this] { refusedWith(Refusal::SeriesExhausted); }},
        {"away", [this] { link_.setState(link::Link::State::Connecting); }},
        {"unwell", [this] { link_.setState(link::Link::State::Unwell); }},
        {"card-unreadable", [this] { failed(Unreadable); }},
        {"card-not-a-bank-card", [this] { failed(NotABankCard); }},
        {"card-removed-too-soon", [this] { failed(RemovedTooSoon); }},
    };
}

void Scenes::begin(bool large, bool contrast) {
    const QString language = visit_.comfort()->language();
    branch_.open = true;
    branch_.silent = false;
    branch_.deserted = false;
    branch_.late = false;
    branch_.machineWaits.clear();
    branch_.fail({});
    printer_.manner = DemoPrinter::Manner::Prints;
    branch_.refusal.reset();
    printer_.finish();
    link_.release();
    link_.setStale(false, 0);
    link_.setState(link::Link::State::Live);
    visit_.comfort()->setHouseLanguage(language);
    goHome();
    visit_.onCard(card::CardRemoved{});
    visit_.onCard(card::ReaderBack{});
    visit_.comfort()->setLarge(large);
    visit_.comfort()->setContrast(contrast);
}

void Scenes::goHome() {
    const QDeadlineTimer deadline{5'000};
    while (visit_.state() != Visit::State::Welcome && !deadline.hasExpired()) {
        if (visit_.state() == Visit::State::Reading)
            visit_.onCard(card::CardFailed{});
        visit_.back();
        visit_.decline();
        visit_.done();
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
}

void Scenes::choosing() {
    visit_.begin();
    settle(Visit::State::Choosing);
}

void Scenes::ways(const ServiceId& service) {
    choosing();
    visit_.ask(service);
}

void Scenes::went(int row, Visit::State state) {
    ways(machineService);
    visit_.go(row);
    settle(state);
}

void Scenes::typed(const char* reference) {
    visit_.present();
    settle(Visit::State::Booking);
    for (const char* key = reference; *key != '\0'; ++key)
        visit_.booking()->add(QString{QLatin1Char{*key}});
}

void Scenes::claimed(Visit::State state) {
    visit_.claim();
    settle(state);
}

void Scenes::toldOnClaim(Refusal refusal) {
    branch_.refusal = refusal;
    typed("20261127");
    claimed(Visit::State::Booking);
}

void Scenes::queueAtMachines() {
    branch_.machineWaits = {{firstMachine, {Millis{150'000}, Millis{540'000}}},
                            {secondMachine, {Millis{400'000}, Millis{760'000}}}};
}

void Scenes::taken(DemoPrinter::Manner manner) {
    printer_.manner = manner;
    choosing();
    visit_.take(demoService);
    if (manner == DemoPrinter::Manner::NeverEnds)
        settle(Visit::State::Printing);
}

void Scenes::refusedWith(Refusal refusal) {
    branch_.refusal = refusal;
    taken(DemoPrinter::Manner::Prints);
    settle(Visit::State::Troubled);
}

void Scenes::failed(card::CardFailure failure) {
    visit_.onCard(card::CardArrived{});
    visit_.onCard(card::CardFailed{failure});
}

void Scenes::settle(Visit::State state) {
    const QDeadlineTimer deadline{5'000};
    while (visit_.state() != state && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    QCoreApplication::processEvents();
}

} // namespace usher::kiosk
