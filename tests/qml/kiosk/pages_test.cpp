// Do the pages show and ask what they should? The real window, pressed with a finger.
#include "tests/qml/kiosk/kiosk_stand.h"

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>

namespace usher::kiosk {

using namespace protocol;
using namespace std::chrono_literals;
using State = Visit::State;

namespace {

QQuickItem* named(QQuickItem* root, const QString& name) {
    if (root->objectName() == name && root->isVisible())
        return root;
    for (QQuickItem* child : root->childItems())
        if (QQuickItem* found = named(child, name))
            return found;
    return nullptr;
}

void collectWords(QQuickItem* root, QStringList& words) {
    if (!root->isVisible())
        return;
    if (const QVariant text = root->property("text"); text.isValid())
        words << text.toString();
    for (QQuickItem* child : root->childItems())
        collectWords(child, words);
}

} // namespace

class PagesTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QQuickStyle::setStyle("Basic"); }
    void init();
    void cleanup();
    void fromWelcomeToTicketByTouch();
    void touchesBesideKeysKeepTheVisit();
    void largeContrastAndLanguageAreOneTouchEach();
    void helpIsOnEveryPage();
    void aCardTroubleLeadsOnWithoutACard();
    void continueAnswersTheQuestion();
    void noPageSaysATier();
    void consentIsSaidBesideTheCard();

private:
    void press(const QString& name);
    [[nodiscard]] bool has(const QString& name) { return named(window_->contentItem(), name); }

    std::unique_ptr<KioskStand> kiosk_;
    std::unique_ptr<QQmlApplicationEngine> engine_;
    QQuickWindow* window_{};
    QStringList warnings_;
};

void PagesTest::init() {
    kiosk_ = std::make_unique<KioskStand>();
    kiosk_->visit.comfort()->setHouseLanguage("en");
    kiosk_->visit.onCard(card::ReaderBack{});
    engine_ = std::make_unique<QQmlApplicationEngine>();
    warnings_.clear();
    connect(engine_.get(), &QQmlEngine::warnings, this, [this](const QList<QQmlError>& warnings) {
        for (const QQmlError& warning : warnings)
            warnings_ << warning.toString();
    });
    engine_->addImportPath("qrc:/qt/qml");
    engine_->setInitialProperties({{"visit", QVariant::fromValue(&kiosk_->visit)},
                                   {"link", QVariant::fromValue<link::Link*>(kiosk_->link.get())},
                                   {"windowed", true},
                                   {"windowSize", QSize{1080, 1920}}});
    engine_->load(QUrl{"qrc:/qt/qml/Usher/Kiosk/Main.qml"});
    QCOMPARE(engine_->rootObjects().size(), 1);
    window_ = qobject_cast<QQuickWindow*>(engine_->rootObjects().first());
    QVERIFY(QTest::qWaitForWindowExposed(window_));
}

void PagesTest::cleanup() {
    QCOMPARE(warnings_, QStringList{});
    delete window_;
    engine_.reset();
    kiosk_.reset();
}

void PagesTest::press(const QString& name) {
    QQuickItem* item = nullptr;
    QTRY_VERIFY2((item = named(window_->contentItem(), name)) && item->width() > 0,
                 qPrintable(name + " is not on this page"));
    // Laid out before it is pressed: a page just turned has no places yet.
    QVERIFY(window_->grabWindow().width() > 0);
    const QPointF centre = item->mapToScene({item->width() / 2, item->height() / 2});
    QTest::mouseClick(window_, Qt::LeftButton, {}, centre.toPoint());
}

void PagesTest::fromWelcomeToTicketByTouch() {
    press("begin");
    QVERIFY(kiosk_->reaches(State::Choosing));
    press("choice-2");
    QTRY_COMPARE(kiosk_->visit.choices()->rowCount(), 3);
    press("choice-0");
    QVERIFY(kiosk_->reaches(State::Ticket));
    QTRY_VERIFY(has("number"));
    QCOMPARE(named(window_->contentItem(), "number")->property("text").toString(), "A101");
    press("done");
    QCOMPARE(kiosk_->visit.state(), State::Welcome);
}

void PagesTest::touchesBesideKeysKeepTheVisit() {
    QVERIFY(kiosk_->choosing());
    kiosk_->clock.advance(30s);
    QTest::mouseClick(window_, Qt::LeftButton, {}, {5, 5});
    kiosk_->clock.advance(30s);
    QVERIFY(!kiosk_->visit.counting());
}

void PagesTest::largeContrastAndLanguageAreOneTouchEach() {
    press("large");
    QVERIFY(kiosk_->visit.comfort()->large());
    press("contrast");
    QVERIFY(kiosk_->visit.comfort()->contrast());
    press("language-zh");
    QCOMPARE(kiosk_->visit.comfort()->language(), QStringLiteral("zh"));
    kiosk_->clock.advance(40s);
    QVERIFY(!kiosk_->visit.comfort()->touched());
    QCOMPARE(named(window_->contentItem(), "large")->property("checked").toBool(), false);
}

void PagesTest::helpIsOnEveryPage() {
    QVERIFY(has("help"));
    QVERIFY(kiosk_->choosing());
    QVERIFY(has("help"));
    press("help");
    QTRY_VERIFY(has("helpWords"));
    QCOMPARE(kiosk_->asked("AskHelp"), 1);
    kiosk_->visit.take(opening);
    QVERIFY(kiosk_->reaches(State::Ticket));
    QVERIFY(has("help"));
    kiosk_->visit.done();
    kiosk_->link->setStale(true, 5);
    QTRY_VERIFY(has("troubleTitle"));
    QVERIFY(has("help"));
}

void PagesTest::aCardTroubleLeadsOnWithoutACard() {
    kiosk_->visit.onCard(card::CardArrived{});
    kiosk_->visit.onCard(card::CardFailed{card::CardFailure::NotABankCard});
    press("noCard");
    QVERIFY(kiosk_->reaches(State::Choosing));
}

void PagesTest::continueAnswersTheQuestion() {
    QVERIFY(kiosk_->choosing());
    kiosk_->clock.advance(45s);
    QVERIFY(kiosk_->visit.counting());
    press("continue");
    QVERIFY(!kiosk_->visit.counting());
    QCOMPARE(kiosk_->visit.state(), State::Choosing);
}

void PagesTest::noPageSaysATier() {
    kiosk_->insert();
    QVERIFY(kiosk_->reaches(State::Choosing));
    QStringList words;
    collectWords(window_->contentItem(), words);
    kiosk_->visit.take(opening);
    QVERIFY(kiosk_->reaches(State::Ticket));
    collectWords(window_->contentItem(), words);
    QVERIFY(words.size() > 10);
    for (const Tier& tier : kiosk_->link->outlet().setup().tiers)
        for (const QString& word : words) {
            QVERIFY2(!word.contains(QString::fromStdString(tier.name.en), Qt::CaseInsensitive),
                     qPrintable(word));
            QVERIFY2(!word.contains(QString::fromStdString(tier.name.zh)), qPrintable(word));
            QVERIFY2(!word.contains(QString::fromUtf8(testCard.data()).right(4)), qPrintable(word));
        }
}

void PagesTest::consentIsSaidBesideTheCard() {
    QVERIFY(has("consent"));
    kiosk_->visit.onCard(card::ReaderLost{});
    QTRY_VERIFY(!has("consent"));
    QVERIFY(has("begin"));
}

} // namespace usher::kiosk

QTEST_MAIN(usher::kiosk::PagesTest)
#include "pages_test.moc"
