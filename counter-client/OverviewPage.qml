// The desk at rest: one number, one key, and the rest in a grid that never moves.
import QtQuick
import QtQuick.Layouts
import Usher.Counter
import Usher.Theme

FocusScope {
    id: page

    required property Desk desk
    readonly property customer who: desk.customer
    readonly property bool someone: who.number !== ""
    readonly property bool offline: desk.state === Desk.Offline
    readonly property bool signedOn: desk.number > 0

    Hatch {
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: stand.height + Theme.staffSpace(8)
        visible: page.offline
        color: Theme.device
        opacity: 0.2
    }
    Column {
        id: stand
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.staffMargin }
        spacing: Theme.staffSpace(1)

        StateLine { desk: page.desk; width: parent.width }
        Item {
            width: parent.width
            height: Theme.staffHero * 2.5
            TicketNumber {
                anchors.verticalCenter: parent.verticalCenter
                visible: page.someone
                text: page.who.number
                pixelSize: Theme.staffHero * 2
                color: page.offline ? Theme.inkSoft : Theme.ink
            }
            StaffText {
                anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
                visible: !page.someone
                text: Words.about(page.desk.state)
                role: StaffText.Role.Title
                soft: true
                strong: false
            }
        }
        TimeBars {
            width: parent.width
            opacity: page.someone ? 1 : 0
            desk: page.desk
        }
    }
    ColumnLayout {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.staffMargin }
        spacing: Theme.staffSpace(3)

        PrimaryKey {
            objectName: "primary"
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.counterBar
            visible: !page.offline
            focus: true
            text: Words.primary(page.desk.state)
            hint: "F8"
            enabled: page.desk.canPrimary
            onClicked: page.desk.primary()
        }
        StaffText { // said where the key was, and no key
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.counterBar
            visible: page.offline
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("No calls from here just now")
            role: StaffText.Role.Title
            strong: false
            soft: true
        }
        OverviewKeys {
            Layout.fillWidth: true
            desk: page.desk
        }
        Waiting {
            Layout.fillWidth: true
            Layout.topMargin: Theme.staffSpace(1)
            desk: page.desk
        }
        Item { // kept free, so that nothing jumps when there is something to undo
            Layout.fillWidth: true
            implicitHeight: undo.implicitHeight
            UndoBar {
                id: undo
                width: parent.width
                visible: page.desk.lastAct.act !== ""
                text: Words.act(page.desk.lastAct.act, page.desk.lastAct.number)
                actionText: qsTr("Undo")
                remaining: page.desk.lastAct.remaining
                total: page.desk.lastAct.total
                keyHint: "Ctrl+Z"
                onUndone: page.desk.undo()
            }
        }
    }
}
