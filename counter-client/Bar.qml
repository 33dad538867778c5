// The teller's bar: who is here at the left, the next thing to do in the middle, the rest after it.
import QtQuick
import QtQuick.Layouts
import Usher.Counter
import Usher.Link
import Usher.Theme

Rectangle {
    id: bar

    required property Desk desk
    required property Link link
    readonly property bool offline: desk.state === Desk.Offline
    readonly property bool someone: desk.customer.number !== ""
    readonly property bool signedOn: desk.number > 0

    color: offline ? Theme.deviceGround : Theme.paper
    implicitHeight: Theme.counterBar
    Accessible.role: Accessible.ToolBar
    Accessible.name: Words.state(desk.state)

    Hatch {
        anchors.fill: parent
        visible: bar.offline
        color: Theme.device
        opacity: 0.2
    }
    Rectangle {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Theme.hairline
        color: bar.offline ? Theme.device : Theme.line
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.staffMargin
        anchors.rightMargin: Theme.staffSpace(2)
        spacing: Theme.staffSpace(1.5)

        Column { // whose desk
            Layout.preferredWidth: Theme.staff(132)
            StaffText {
                width: parent.width
                text: bar.signedOn ? qsTr("No. %1 · %2").arg(bar.desk.number).arg(bar.desk.staffName) : bar.desk.outletName
                strong: true
            }
            StaffText {
                width: parent.width
                text: bar.offline ? bar.link.clock : bar.desk.closing ? Words.closing : bar.link.clock + " · " + Words.state(
                                                                              bar.desk.state)
                role: StaffText.Role.Small
                color: bar.desk.closing && !bar.offline ? Theme.willMiss : Theme.inkSoft
            }
        }
        Rectangle {
            Layout.preferredWidth: Theme.hairline
            Layout.fillHeight: true
            Layout.topMargin: Theme.staffSpace(4)
            Layout.bottomMargin: Theme.staffSpace(4)
            color: Theme.line
        }
        TicketNumber {
            objectName: "number"
            Layout.leftMargin: Theme.staffSpace(1)
            Layout.rightMargin: Theme.staffSpace(2)
            visible: bar.someone
            text: bar.desk.customer.number
            pixelSize: Theme.staffHero
            color: bar.offline ? Theme.inkSoft : Theme.ink
        }
        BarWords {
            Layout.fillWidth: true
            Layout.rightMargin: Theme.staffSpace(2)
            Layout.leftMargin: bar.someone ? 0 : Theme.staffSpace(1)
            desk: bar.desk
            link: bar.link
        }
        PrimaryKey {
            objectName: "primary"
            visible: !bar.offline
            text: Words.primary(bar.desk.state)
            hint: "F8"
            enabled: bar.desk.canPrimary
            onClicked: bar.desk.primary()
        }
        BarKeys {
            visible: !bar.offline && bar.signedOn
            desk: bar.desk
        }
        Column { // who waits
            Layout.preferredWidth: Theme.staff(84)
            Layout.leftMargin: Theme.staffSpace(2)
            visible: !bar.offline && bar.signedOn
            StaffText {
                id: here
                objectName: "waiting"
                width: parent.width
                text: qsTr("%1 waiting").arg(bar.desk.waitingHere)
                strong: true
            }
            StaffText {
                id: hall
                width: parent.width
                text: qsTr("hall %1").arg(bar.desk.waitingHall)
                role: StaffText.Role.Small
                soft: true
            }
        }
        IconKey {
            objectName: "expand"
            text: qsTr("Open the window")
            iconName: "chevron-right"
            turned: 90
            onClicked: bar.desk.open(Desk.Page.Overview)
        }
    }
}
