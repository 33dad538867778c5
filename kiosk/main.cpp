// The kiosk: reads its command line, builds, and hands over.
#include "broker/link/stage.h"
#include "kiosk/autopilot.h"
#include "kiosk/demo.h"
#include "kiosk/equipment.h"
#include "kiosk/scenes.h"
#include "kiosk/visit.h"

#include <QGuiApplication>
#include <QQuickWindow>

#include <cstdio>
#include <sys/prctl.h>
#include <sys/resource.h>

using namespace usher;

namespace {

/// A card number lies in memory for a moment; no dump of it may ever reach a disk.
void forbidCoreDumps() {
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
}

void addOptions(QCommandLineParser& options) {
    options.addOptions({
        {"printer", "The slip printer: none, tcp:HOST:PORT or a device file.", "printer", "none"},
        {"card", "The card reader: none, pcsc, evdev:PATH or wedge.", "reader", "none"},
        {"phone-page", "Address that a ticket's code leads to, before its link.", "address"},
        {"millimetre", "Pixels in a millimetre, where the panel does not know.", "pixels"},
        {"portrait", "Upright, in a window."},
        {"landscape", "Lying, in a window."},
        {"auto", "For tests only: takes a number for this service whenever a card comes.",
         "service"},
        {"auto-machine", "With --auto: at this machine, if it can.", "machine"},
        {"auto-booking", "With --auto: by this reference, if it is known.", "reference"},
    });
}

template <class Machine>
bool build(std::variant<std::unique_ptr<Machine>, kiosk::Misnamed> named,
           std::unique_ptr<Machine>& machine) {
    if (const auto* misnamed = std::get_if<kiosk::Misnamed>(&named)) {
        std::fprintf(stderr, "%s\n", qPrintable(misnamed->what));
        return false;
    }
    machine = std::get<std::unique_ptr<Machine>>(std::move(named));
    return true;
}

kiosk::Letterhead letterhead(link::Stage& stage, link::Link& link) {
    const QString page = stage.demo() ? QStringLiteral("https://queue.example/t/")
                                      : stage.options().value("phone-page");
    return {link.device().str(), page.toStdString()};
}

/// The stage speaks the customer's language; a language chosen for the stage is the house's.
void follow(link::Stage& stage, kiosk::Comfort& comfort) {
    comfort.setHouseLanguage(stage.language());
    QObject::connect(&stage, &link::Stage::languageChanged, &comfort,
                     [&] { comfort.setLanguage(stage.language()); });
    QObject::connect(&comfort, &kiosk::Comfort::changed, &stage,
                     [&] { stage.setLanguage(comfort.language()); });
}

std::optional<kiosk::Autopilot::Errand> errandOf(const QCommandLineParser& options) {
    const auto service = protocol::ServiceId::parse(options.value("auto").toStdString());
    if (!service)
        return std::nullopt;
    return kiosk::Autopilot::Errand{
        *service, protocol::CounterId::parse(options.value("auto-machine").toStdString()),
        options.value("auto-booking")};
}

QSize windowSize(const QCommandLineParser& options) {
    if (options.isSet("portrait"))
        return {540, 960};
    return options.isSet("landscape") ? QSize{1280, 1024} : QSize{};
}

/// Pixels a millimetre; 0: the screen's own. A window on a desk shows the whole of a 21.5 inch
/// panel (476 mm tall) smaller, not its upper left corner.
double millimetreOf(const QCommandLineParser& options) {
    constexpr double panelHeight = 476;
    if (options.isSet("millimetre"))
        return options.value("millimetre").toDouble();
    return options.isSet("portrait") ? windowSize(options).height() / panelHeight : 0;
}

} // namespace

int main(int argc, char* argv[]) {
    forbidCoreDumps();
    link::Stage::setUp(argc, argv);
    QGuiApplication application{argc, argv};
    link::Stage stage{"kiosk"};
    addOptions(stage.options());
    if (const auto code = stage.readOptions(QCoreApplication::arguments()))
        return *code;

    std::unique_ptr<devices::Printer> machine;
    std::unique_ptr<card::CardReader> reader;
    if (!build(kiosk::printerNamed(stage.options().value("printer")), machine) ||
        !build(kiosk::readerNamed(stage.options().value("card")), reader))
        return 2;
    const auto link = stage.makeLink();
    if (!link)
        return 2;

    kiosk::HandClock hand;
    kiosk::WallClock wall;
    kiosk::Clock& clock =
        stage.selfTest() || stage.shooting() ? static_cast<kiosk::Clock&>(hand) : wall;
    std::optional<kiosk::DemoBranch> branch;
    kiosk::DemoPrinter* demoPrinter = nullptr;
    if (stage.demo()) {
        branch.emplace(*stage.demoLink());
        auto printer = std::make_unique<kiosk::DemoPrinter>();
        demoPrinter = printer.get();
        machine = std::move(printer);
    }

    kiosk::Parts parts{*link};
    kiosk::SlipPrinter printer{std::move(machine), parts};
    kiosk::Visit visit{*link, clock, printer, parts};
    visit.ticket()->setLetterhead(letterhead(stage, *link));
    follow(stage, *visit.comfort());
    if (reader)
        kiosk::listen(*reader, visit);
    std::optional<kiosk::Autopilot> autopilot;
    if (auto errand = errandOf(stage.options()))
        autopilot.emplace(visit, std::move(*errand));
    if (const double millimetre = millimetreOf(stage.options()); millimetre > 0 && stage.theme())
        stage.theme()->setProperty("millimetreOverride", millimetre);

    std::optional<kiosk::Scenes> scenes;
    if (branch)
        scenes.emplace(visit, *stage.demoLink(), *branch, *demoPrinter, hand);
    const QSize size = windowSize(stage.options());
    const int code = stage.play(
        "Usher.Kiosk",
        {{"visit", QVariant::fromValue(&visit)},
         {"link", QVariant::fromValue(link.get())},
         {"windowSize", size},
         {"windowed", stage.windowed() || stage.selfTest() || stage.shooting() || !size.isEmpty()}},
        scenes ? scenes->all() : std::vector<link::Scene>{});
    delete stage.window(); // before what it shows
    if (reader)
        reader->stop();
    return code;
}
