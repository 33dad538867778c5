// Fewer can serve than usual, and everybody helps at once: said calmly, and why, until it is over.
import QtQuick
import QtQuick.Layouts
import Usher.Lobby
import Usher.Theme

Rectangle {
    id: line

    required property Lobby lobby
    readonly property var now: lobby.circumstances

    implicitHeight: row.implicitHeight + Theme.staffSpace(4)
    radius: Theme.staffRadius
    color: Theme.sunken
    border.width: Theme.hairline
    border.color: Theme.line
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title.text
    Accessible.description: why.text

    RowLayout {
        id: row
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        anchors.leftMargin: Theme.staffSpace(3)
        anchors.rightMargin: Theme.staffSpace(3)
        spacing: Theme.staffSpace(3)
        Icon {
            name: "desk"
            color: Theme.ink
        }
        StaffText {
            id: title
            text: qsTr("Every counter helps out at once")
            strong: true
            Accessible.ignored: true
        }
        StaffText {
            id: why
            objectName: "modeReason"
            Layout.fillWidth: true
            text: line.now.least > 0 ? qsTr("%1 counters are open, fewer than %2.").arg(line.now.open).arg(line.now.least)
                                     : qsTr("No machine is left for what the machines do.")
            soft: true
            Accessible.ignored: true
        }
    }
}
