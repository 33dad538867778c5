#include "lobby-console/scenes.h"

#include "broker/link/refusals.h"
#include "lobby-console/demo_answers.h"
#include "lobby-console/scene_days.h"

#include <QCoreApplication>
#include <QQuickWindow>

namespace usher::lobby {

using namespace protocol;
using link::DemoLink;
using link::Scene;
using link::Stage;

namespace {

constexpr QSize desktop{1920, 1080};
constexpr QSize tablet{1280, 800};

/// Sets the stage for one picture after another.
class Props {
public:
    Props(Stage& stage, Lobby& lobby)
        : stage_{stage}, link_{*stage.demoLink()}, lobby_{lobby}, morning_{
                                                                      link_.outlet().snapshot()} {}

    Snapshot& morning() { return morning_; }
    DemoLink& link() { return link_; }
    Lobby& lobby() { return lobby_; }

    /// Nothing is left of the picture before; `signedOn` or at the door.
    void reset(const Snapshot& snapshot, bool signedOn = true) {
        link_.setState(link::Link::State::Live);
        link_.setStale(false, 0);
        link_.setNow(snapshot.at + std::chrono::hours{1}); // arrivals and undo run out
        link_.release();
        link_.answerWith(
            [this](const Command& command) { return demoAnswer(link_.outlet(), command); });
        link_.show(snapshot);
        link_.setZones(zones_);
        link_.setWaits(waits_);
        lobby_.attend(QStringLiteral("0:K2"));
        lobby_.forgetIssued();
        lobby_.setNumber({});
        lobby_.setZone({});
        if (signedOn != (lobby_.state() == Lobby::State::Working))
            signedOn ? lobby_.signOn("2001", "200100") : lobby_.signOff();
        settle();
        lobby_.chooseNothing();
        lobby_.forgetRefusal();
    }
    void settle() {
        do
            QCoreApplication::processEvents();
        while (lobby_.busy());
    }
    /// As if this had been tried at that counter.
    void tryOut(const char* counter, const char* choice) {
        lobby_.chooseCounter(counter);
        mode("whatif");
        lobby_.trial()->ask(choice);
        settle();
    }
    /// As if this had been said on the page, and not yet done.
    void sayOtherWork(const char* counter) {
        lobby_.chooseCounter(counter);
        mode("other");
        if (auto* page = stage_.window()->findChild<QObject*>("otherWork")) {
            page->setProperty("work", "zone-low");
            page->setProperty("reason", "long queue");
        }
    }
    void refuse(Refusal refusal) {
        link_.answerWith([refusal](const Command&) -> client::Outcome { return refusal; });
    }
    /// As if the button for it had been pressed.
    void mode(const char* mode) {
        if (auto* acts = stage_.window()->findChild<QObject*>("acts"))
            acts->setProperty("mode", QString::fromUtf8(mode));
    }
    [[nodiscard]] quint32 ticket(const char* number) const {
        for (const Ticket& one : morning_.tickets)
            if (one.number == number)
                return one.id.value;
        return 0;
    }
    [[nodiscard]] std::string token() { return toHex({9, ++tokens_}); }

private:
    Stage& stage_;
    DemoLink& link_;
    Lobby& lobby_;
    Snapshot morning_;
    std::vector<BoardZone> zones_ = link_.zones();
    std::vector<TicketWait> waits_ = link_.waits();
    std::uint64_t tokens_ = 0;
};

void trouble(Props& props) {
    const auto kiosk = named<DeviceId>("K2");
    props.link().take(
        named<DeviceId>("K1"),
        CustomerRecognised{{props.token(), named<TierId>("vip"), "3002", props.link().now()}});
    props.link().take(kiosk, HelpAsked{kiosk});
    props.link().take(kiosk, DeviceReported{kiosk, "printer", false, "out of paper"});
}

using Prepare = std::function<void(Props&)>;

void busy(Props& props) {
    props.reset(unlucky(props.morning()));
    trouble(props);
}

/// So few wait that nobody waits long, and where nobody does one is called at once.
void calm(Props& props, const Snapshot& day) {
    props.reset(day);
    std::vector<TicketWait> waits;
    std::vector<BoardZone> zones = props.link().zones();
    for (BoardZone& zone : zones)
        zone.wait = {};
    for (const Ticket& ticket : day.tickets) {
        if (ticket.phase != Phase::Waiting)
            continue;
        waits.push_back({ticket.id, {std::chrono::minutes{1}, std::chrono::minutes{3}}});
        for (BoardZone& zone : zones)
            if (zone.zone == ticket.zone)
                zone.wait = {std::chrono::minutes{2}, std::chrono::minutes{5}};
    }
    props.link().setWaits(std::move(waits));
    props.link().setZones(std::move(zones));
}

std::vector<std::pair<QString, Prepare>> states() {
    return {
        {"sign-on", [](Props& p) { p.reset(p.morning(), false); }},
        {"sign-on-refused",
         [](Props& p) {
             p.reset(p.morning(), false);
             p.refuse(Refusal::WrongPin);
             p.lobby().signOn("2001", "0000");
             p.settle();
         }},
        {"calm", [](Props& p) { calm(p, quiet(p.morning())); }},
        {"empty", [](Props& p) { calm(p, empty(p.morning())); }},
        {"busy", busy},
        {"ticket",
         [](Props& p) {
             busy(p);
             p.lobby().chooseTicket(p.ticket("H017"));
         }},
        {"send",
         [](Props& p) {
             busy(p);
             p.lobby().chooseTicket(p.ticket("A097"));
             p.mode("send");
         }},
        {"forward",
         [](Props& p) {
             busy(p);
             p.lobby().chooseTicket(p.ticket("A085"));
             p.mode("promote");
         }},
        {"undo",
         [](Props& p) {
             busy(p);
             p.lobby().chooseTicket(p.ticket("A097"));
             p.lobby().redirect("zone:self-service");
             p.settle();
         }},
        {"refused",
         [](Props& p) {
             busy(p);
             p.lobby().chooseTicket(p.ticket("A085"));
             p.refuse(Refusal::StaleView);
             p.lobby().promote("elderly");
             p.settle();
         }},
        {"counter",
         [](Props& p) {
             busy(p);
             p.lobby().chooseCounter("cash-3");
         }},
        {"what-if",
         [](Props& p) {
             busy(p);
             p.lobby().chooseCounter("low-1");
             p.mode("whatif");
         }},
        {"what-if-asking",
         [](Props& p) {
             busy(p);
             p.link().hold();
             p.tryOut("low-1", "zone-cash");
         }},
        {"what-if-told",
         [](Props& p) {
             busy(p);
             p.tryOut("low-1", "zone-cash");
         }},
        {"what-if-open",
         [](Props& p) {
             busy(p);
             p.tryOut("cash-4", "open");
         }},
        {"what-if-close",
         [](Props& p) {
             busy(p);
             p.tryOut("cash-3", "close");
         }},
        {"what-if-unclear",
         [](Props& p) {
             busy(p);
             p.tryOut("cash-3", "help-5");
         }},
        {"what-if-old",
         [](Props& p) {
             busy(p);
             p.tryOut("cash-3", "close");
             p.link().setNow(p.link().now() + std::chrono::minutes{4});
         }},
        {"what-if-refused",
         [](Props& p) {
             busy(p);
             p.link().answerWith(
                 [](const Command&) -> client::Outcome { return client::NoAnswer{}; });
             p.tryOut("cash-3", "close");
         }},
        {"will-miss",
         [](Props& p) {
             busy(p);
             p.lobby().setLate(true);
         }},
        {"promises-off",
         [](Props& p) {
             Snapshot day = quiet(p.morning());
             day.totals.promises = {120, 31, 82};
             calm(p, day);
         }},
        {"other-work",
         [](Props& p) {
             busy(p);
             p.lobby().chooseCounter("cash-3");
             p.mode("other");
         }},
        {"other-work-said",
         [](Props& p) {
             busy(p);
             p.sayOtherWork("cash-3");
         }},
        {"overridden",
         [](Props& p) {
             p.reset(shifted(unlucky(p.morning())));
             p.lobby().chooseCounter("cash-2");
         }},
        {"kept",
         [](Props& p) {
             p.reset(shifted(unlucky(p.morning())));
             p.lobby().chooseCounter("vip-desk");
         }},
        {"adopted",
         [](Props& p) {
             busy(p);
             p.tryOut("cash-3", "zone-low");
             p.lobby().adopt(30);
             p.settle();
             p.mode("");
         }},
        {"uncovered",
         [](Props& p) {
             p.reset(shortHanded(p.morning()));
             p.lobby().chooseCounter("low-1");
             p.refuse(Refusal::ServiceUncovered);
             p.lobby().close();
             p.settle();
         }},
        {"lunch", [](Props& p) { calm(p, lunch(p.morning())); }},
        {"degraded", [](Props& p) { calm(p, shortHanded(p.morning())); }},
        {"machine-jam",
         [](Props& p) {
             busy(p);
             p.lobby().chooseCounter("terminal-2");
         }},
        {"machine",
         [](Props& p) {
             busy(p);
             p.lobby().chooseCounter("atm-1");
         }},
        {"aside",
         [](Props& p) {
             busy(p);
             p.lobby().setAway(true);
             p.lobby().chooseTicket(p.ticket("A077"));
         }},
        {"search",
         [](Props& p) {
             busy(p);
             p.lobby().setNumber("A09");
         }},
        {"give",
         [](Props& p) {
             busy(p);
             p.mode("take");
         }},
        {"issued",
         [](Props& p) {
             busy(p);
             p.lobby().take("pension");
             p.settle();
         }},
        {"stale",
         [](Props& p) {
             busy(p);
             p.link().setStale(true, 8);
         }},
        {"unwell",
         [](Props& p) {
             busy(p);
             p.link().setState(link::Link::State::Unwell);
         }},
        {"denied",
         [](Props& p) {
             p.reset(p.morning());
             p.link().setState(link::Link::State::Denied);
         }},
        {"connecting",
         [](Props& p) {
             p.reset(p.morning());
             p.link().setState(link::Link::State::Connecting);
             p.link().setStale(true, -1);
             p.link().show(Snapshot{});
         }},
    };
}

} // namespace

std::vector<Scene> scenes(Stage& stage, Lobby& lobby) {
    if (stage.demoLink() == nullptr)
        return {};
    const auto props = std::make_shared<Props>(stage, lobby);
    std::vector<Scene> all;
    for (const auto& [name, prepare] : states()) {
        const auto play = [props, prepare = prepare] { prepare(*props); };
        all.push_back({name, desktop, play});
        if (name == "busy" || name == "ticket" || name == "calm")
            all.push_back({name + "-dark", desktop, play, "dark"});
        if (name == "busy")
            all.push_back({name + "-contrast", desktop, play, "contrast"});
        if (name == "busy" || name == "send" || name == "undo" || name == "what-if-told" ||
            name == "sign-on" || name == "other-work-said" || name == "overridden" ||
            name == "degraded" || name == "machine")
            all.push_back({name + "-tablet", tablet, play});
    }
    // Whoever looks around starts on the floor, signed on.
    props->reset(props->morning());
    return all;
}

} // namespace usher::lobby
