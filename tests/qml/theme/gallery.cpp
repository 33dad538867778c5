// Draws the gallery pages in every scheme into a folder, for a person to judge.
//
// It fails when a page warns, so a control that complains cannot hide behind a good picture.
#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QQmlEngine>
#include <QQuickView>
#include <cstdio>

namespace {

bool picture(const QString& page, const QString& scheme, bool large, const QDir& folder) {
    QQuickView view;
    bool clean = true;
    QObject::connect(view.engine(), &QQmlEngine::warnings, [&](const QList<QQmlError>& warnings) {
        for (const auto& warning : warnings)
            std::puts(qPrintable(warning.toString()));
        clean = false;
    });
    view.engine()->addImportPath("qrc:/qt/qml");
    view.setInitialProperties({{"scheme", scheme}, {"large", large}});
    view.setSource(QUrl::fromLocalFile(QStringLiteral(GALLERY_FOLDER "/%1.qml").arg(page)));
    view.show();
    view.requestActivate();
    QCoreApplication::processEvents();
    const QString name = QStringLiteral("%1-%2%3.png").arg(page, scheme, large ? "-large" : "");
    const bool saved = view.grabWindow().save(folder.filePath(name.toLower()));
    return clean && saved && view.status() == QQuickView::Ready;
}

} // namespace

int main(int argc, char* argv[]) {
    QGuiApplication app{argc, argv};
    if (argc < 2) {
        std::puts("usage: theme_gallery FOLDER");
        return 2;
    }
    const QDir folder{argv[1]};
    bool good = folder.mkpath(".");
    for (const char* scheme : {"light", "dark", "contrast"})
        for (const char* page : {"StaffGallery", "PublicGallery", "QuestionGallery"})
            good = picture(page, scheme, false, folder) && good;
    good = picture("PublicGallery", "light", true, folder) && good;
    return good ? 0 : 1;
}
