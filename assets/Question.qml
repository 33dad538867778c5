// A sheet over a shaded page that asks one thing, and takes every touch meant for what is behind.
// Its children stand in a centred column.
import QtQuick

FocusScope {
    id: question

    default property alias content: column.data
    required property string name
    property bool staff: false
    readonly property int space: staff ? Theme.staffSpace(6) : Theme.publicSpace(5)

    Accessible.role: Accessible.Dialog
    Accessible.name: name

    Rectangle {
        anchors.fill: parent
        color: Theme.shade
    }
    MouseArea {
        anchors.fill: parent
        hoverEnabled: true
        onWheel: wheel => wheel.accepted = true
    }
    Panel {
        staff: question.staff
        anchors.centerIn: parent
        width: column.implicitWidth + 2 * question.space
        height: column.implicitHeight + 2 * question.space

        Column {
            id: column
            anchors.centerIn: parent
            spacing: question.staff ? Theme.staffSpace(4) : Theme.publicSpace(3)
        }
    }
}
