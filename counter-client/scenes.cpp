#include "counter-client/scenes.h"

namespace usher::counter {

namespace {

constexpr QSize barSize{1280, 72};
constexpr QSize windowSize{480, 760};
using Page = Desk::Page;

} // namespace

std::vector<link::Scene> scenes(Desk& desk, DemoDesk& demo, link::Stage& stage) {
    std::vector<link::Scene> all;
    const auto add = [&](const QString& name, QSize size, std::function<void()> prepare) {
        for (const char* scheme : {"light", "dark", "contrast"}) {
            const QString tail = scheme == QLatin1String{"light"}
                                     ? QString{}
                                     : QLatin1Char{'-'} + QLatin1String{scheme};
            all.push_back({name + tail, size, prepare, QString::fromLatin1(scheme)});
        }
    };
    const auto bar = [&](const QString& name, std::function<void()> prepare) {
        add("bar-" + name, barSize, [&desk, prepare] {
            prepare();
            desk.back();
            desk.back();
        });
    };
    const auto window = [&](const QString& name, Page page, std::function<void()> prepare) {
        add(name, windowSize, [&desk, prepare, page] {
            prepare();
            desk.back();
            desk.open(Page::Overview);
            desk.open(page);
        });
    };
    link::DemoLink& link = *stage.demoLink();

    bar("signed-off", [&] { demo.signedOff(); });
    bar("idle", [&] { demo.idle(); });
    bar("finished", [&] {
        demo.serving();
        demo.idle();
        demo.did("Finish");
    });
    bar("standby", [&] { demo.standby(); });
    bar("calling", [&] {
        demo.calling();
        demo.did("CallNext");
    });
    bar("calling-again", [&] { demo.calling(2); });
    bar("serving", [&] { demo.serving(); });
    bar("serving-long", [&] {
        demo.serving(std::chrono::minutes{36}, std::chrono::minutes{23});
        demo.holding(2);
    });
    bar("closing", [&] { demo.closing(); });
    bar("paused", [&] { demo.paused("authorisation"); });
    bar("closed", [&] { demo.closed(); });
    bar("refused", [&] {
        demo.idle();
        link.answerWith([](const auto&) { return protocol::Refusal::Unavailable; });
        desk.pause("cash");
        QCoreApplication::processEvents();
        demo.answering();
    });
    bar("offline", [&] {
        demo.serving();
        link.setStale(true, 12);
    });
    bar("unwell", [&] {
        demo.calling();
        link.setState(link::Link::State::Unwell);
    });
    bar("denied", [&] {
        demo.idle();
        link.setState(link::Link::State::Denied);
    });

    window("sign-on", Page::SignOn, [&] { demo.signedOff(); });
    window("idle", Page::Overview, [&] { demo.idle(); });
    window("finished", Page::Overview, [&] {
        demo.idle();
        demo.did("Finish");
    });
    window("calling", Page::Overview, [&] { demo.calling(1); });
    window("serving", Page::Overview, [&] { demo.serving(); });
    window("serving-long", Page::Overview, [&] {
        demo.serving(std::chrono::minutes{36}, std::chrono::minutes{23});
        demo.holding(2);
    });
    window("paused", Page::Overview, [&] { demo.paused("meal"); });
    window("offline", Page::Overview, [&] {
        demo.serving();
        link.setStale(true, 12);
    });
    window("transfer-service", Page::Transfer, [&] {
        demo.serving();
        desk.setTowards(Desk::Towards::Service);
    });
    window("transfer-zone", Page::Transfer, [&] {
        demo.serving();
        desk.setTowards(Desk::Towards::Zone);
    });
    window("transfer-counter", Page::Transfer, [&] {
        demo.serving();
        desk.setTowards(Desk::Towards::Counter);
    });
    window("held", Page::Held, [&] {
        demo.idle();
        demo.holding(3);
    });
    window("pause", Page::Pause, [&] { demo.idle(); });
    return all;
}

} // namespace usher::counter
