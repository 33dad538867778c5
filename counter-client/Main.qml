// The teller's window: a slim bar over the bank's own programs, or a small window to work in.
pragma ComponentBehavior: Bound
import QtQuick
import Usher.Counter
import Usher.Link
import Usher.Theme

Window {
    id: root

    required property Desk desk
    required property Link link
    required property Stage stage
    property bool docked: false
    property bool below: false
    readonly property bool slim: desk.page === Desk.Page.Bar
    readonly property int barWidth: Math.min(Screen.desktopAvailableWidth, Theme.staff(1440))

    visible: true
    title: qsTr("Counter") + (desk.number > 0 ? " " + desk.number : "")
    color: Theme.paper
    flags: docked ? Qt.Window | Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint : Qt.Window
    width: slim ? barWidth : Theme.staff(480)
    height: slim ? Theme.counterBar : Math.min(Theme.staff(760), Screen.desktopAvailableHeight)
    x: docked ? Screen.virtualX + Screen.desktopAvailableWidth - width : Screen.virtualX + Theme.staff(40)
    y: !docked ? Screen.virtualY + Theme.staff(40) : Screen.virtualY + (below ? Screen.desktopAvailableHeight - height : 0)

    Shortcut { sequence: "F8"; autoRepeat: false; onActivated: root.desk.primary() }
    Shortcut { sequence: "F7"; autoRepeat: false; onActivated: root.desk.recall() }
    Shortcut { sequence: "Ctrl+F7"; autoRepeat: false; onActivated: root.desk.hold() }
    Shortcut { sequence: "Ctrl+F9"; autoRepeat: false; onActivated: root.desk.open(Desk.Page.Transfer) }
    Shortcut { sequence: "Shift+F8"; autoRepeat: false; onActivated: root.desk.noShow() }
    Shortcut { sequence: "Ctrl+Z"; autoRepeat: false; onActivated: root.desk.undo() }
    Shortcut { sequence: "Escape"; autoRepeat: false; onActivated: root.desk.back() }
    Shortcut {
        sequence: "F6"
        autoRepeat: false
        onActivated: root.desk.state === Desk.Paused ? root.desk.resume() : root.desk.open(Desk.Page.Pause)
    }
    DragHandler { // a window without a frame is moved by its ground
        target: null
        enabled: root.docked
        onActiveChanged: if (active) root.startSystemMove()
    }
    Bar {
        anchors.fill: parent
        visible: root.slim
        desk: root.desk
        link: root.link
    }
    FocusScope {
        anchors.fill: parent
        visible: !root.slim
        focus: visible

        DeskHeader {
            id: header
            width: parent.width
            desk: root.desk
            link: root.link
            stage: root.stage
        }
        Loader {
            id: pages
            objectName: "pages"
            anchors { left: parent.left; right: parent.right; top: header.bottom; bottom: parent.bottom }
            focus: true
            readonly property string file: ["", "OverviewPage.qml", "SignOnPage.qml", "TransferPage.qml",
                "HeldPage.qml", "PausePage.qml"][root.desk.page]
            function turn(): void {
                if (file === "")
                    source = "";
                else
                    setSource(file, { desk: root.desk });
            }
            onFileChanged: turn()
            Component.onCompleted: turn()
            onLoaded: (item as Item)?.forceActiveFocus()
        }
    }
}
