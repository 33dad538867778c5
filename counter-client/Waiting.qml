// Who waits for this counter, who in the whole hall, and whom the teller has put on hold.
import QtQuick
import QtQuick.Layouts
import Usher.Counter
import Usher.Theme

Panel {
    id: panel

    required property Desk desk
    readonly property bool known: desk.state !== Desk.Offline && desk.number > 0

    implicitHeight: Theme.staff(64)

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.staffMargin
        anchors.rightMargin: Theme.staffSpace(3)
        spacing: Theme.staffSpace(6)

        Column {
            StaffText {
                objectName: "waiting"
                text: panel.known ? panel.desk.waitingHere : "—"
                role: StaffText.Role.Title
            }
            StaffText {
                text: qsTr("for this counter")
                role: StaffText.Role.Small
                soft: true
            }
        }
        Column {
            StaffText {
                text: panel.known ? panel.desk.waitingHall : "—"
                role: StaffText.Role.Title
            }
            StaffText {
                text: qsTr("in the hall")
                role: StaffText.Role.Small
                soft: true
            }
        }
        Item { Layout.fillWidth: true }
        StaffButton {
            objectName: "held"
            visible: panel.desk.held.count > 0
            text: qsTr("%1 on hold").arg(panel.desk.held.count)
            iconName: "hold"
            enabled: panel.known
            onClicked: panel.desk.open(Desk.Page.Held)
        }
    }
}
