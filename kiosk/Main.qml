// The kiosk's window: the place, one page at a time, and the keys that are on every page.
pragma ComponentBehavior: Bound
import QtQuick
import Usher.Kiosk
import Usher.Link
import Usher.Theme

Window {
    id: window

    required property Visit visit
    required property Link link
    property bool windowed: false
    property size windowSize: Qt.size(0, 0)

    width: windowSize.width > 0 ? windowSize.width : Theme.mm(286)
    height: windowSize.height > 0 ? windowSize.height : Theme.mm(508)
    visible: true
    visibility: windowed ? Window.Windowed : Window.FullScreen
    title: qsTr("Usher kiosk")
    color: Theme.paper

    Binding { target: Theme; property: "large"; value: window.visit.comfort.large }
    Binding { target: Theme; property: "scheme"; value: window.visit.comfort.contrast ? "contrast" : "light" }

    function fileOf(state: int): string {
        switch (state) {
        case Visit.State.Welcome:
            return "WelcomePage.qml";
        case Visit.State.Choosing:
            return "ChoosingPage.qml";
        case Visit.State.Ways:
            return "WaysPage.qml";
        case Visit.State.Booking:
            return "BookingPage.qml";
        case Visit.State.Printing:
            return "PrintingPage.qml";
        case Visit.State.Ticket:
            return "TicketPage.qml";
        case Visit.State.Shown:
            return "ShownPage.qml";
        case Visit.State.PaperFailed:
            return "PaperFailedPage.qml";
        case Visit.State.Uncertain:
        case Visit.State.Troubled:
            return "TroublePage.qml";
        default:
            return "MomentPage.qml";
        }
    }

    PlaceBar {
        id: place
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.margin }
        link: window.link
        language: window.visit.comfort.language
        clockBelow: page.roomy
    }
    Loader {
        id: page
        readonly property string file: window.fileOf(window.visit.state)
        readonly property bool low: window.visit.state === Visit.State.Welcome || window.visit.state === Visit.State.Choosing
                                    || window.visit.state === Visit.State.Ways || window.visit.state === Visit.State.Booking
        readonly property bool roomy: low && window.height > window.width && !window.visit.lineDown
                                      && implicitHeight + hallNow.implicitHeight + 2 * hallNow.anchors.topMargin <= height
        objectName: "page"
        anchors { left: parent.left; right: parent.right; top: place.bottom; bottom: assist.top }
        anchors { leftMargin: Theme.margin; rightMargin: Theme.margin; topMargin: Theme.gap; bottomMargin: Theme.gap }
        onFileChanged: {
            settling.begin();
            setSource(file, { visit: window.visit });
        }
        Component.onCompleted: setSource(file, { visit: window.visit })
    }
    // What is read and not pressed fills the space above the hand's reach, where a page leaves it.
    HallNowPanel {
        id: hallNow
        objectName: "hallNow"
        anchors { left: page.left; right: page.right; top: page.top; topMargin: Theme.publicSpace(5) }
        visible: page.roomy
        hallNow: window.visit.hallNow
        link: window.link
    }
    Settling {
        id: settling
        anchors.fill: page
        choices: window.visit.choices
    }
    // Words of the moment stand over the name of the place, where they move nothing.
    OfflineBanner {
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: Math.max(implicitHeight, place.y + place.height)
        visible: window.visit.lineDown && (window.visit.state === Visit.State.Choosing
            || window.visit.state === Visit.State.Ways || window.visit.state === Visit.State.Booking)
        text: qsTr("Connection lost. Please wait a moment.")
    }
    HelpNote {
        anchors { left: place.left; right: place.right; verticalCenter: place.verticalCenter }
        help: window.visit.help
    }
    AssistBar {
        id: assist
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.margin }
        height: implicitHeight
        visit: window.visit
    }
    // Sees every touch and takes none.
    Item {
        anchors.fill: parent
        z: 2
        PointHandler {
            onActiveChanged: window.visit.stay()
        }
    }
    IdleQuestion {
        anchors.fill: parent
        z: 1
        visit: window.visit
        onVisibleChanged: if (!visible) settling.begin()
    }
}
