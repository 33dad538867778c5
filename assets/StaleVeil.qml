// Lies over data that is old, hatched, and says so in its middle. What is under it can be read but,
// unless `blocking` is turned off, not pressed.
import QtQuick

Item {
    id: veil

    required property string text
    property string detail: ""
    property bool blocking: true

    Accessible.role: Accessible.AlertMessage
    Accessible.name: text
    Accessible.description: detail

    Rectangle {
        anchors.fill: parent
        color: Theme.veil
    }
    Hatch {
        anchors.fill: parent
        opacity: 0.35
    }
    MouseArea {
        anchors.fill: parent
        enabled: veil.blocking
        hoverEnabled: enabled
        onWheel: wheel => wheel.accepted = true
    }
    Rectangle {
        anchors.centerIn: parent
        width: Math.min(parent.width, words.implicitWidth + Theme.staffSpace(8))
        height: words.implicitHeight + Theme.staffSpace(6)
        radius: Theme.staffRadius
        color: Theme.deviceGround
        border.width: Theme.hairline
        border.color: Theme.device

        Column {
            id: words
            anchors.centerIn: parent
            spacing: Theme.staffSpace(1)
            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Theme.staffSpace(2)
                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: "offline"
                    color: Theme.device
                }
                StaffText {
                    text: veil.text
                    role: StaffText.Role.Title
                    color: Theme.device
                    Accessible.ignored: true
                }
            }
            StaffText {
                anchors.horizontalCenter: parent.horizontalCenter
                visible: text !== ""
                text: veil.detail
                color: Theme.device
                Accessible.ignored: true
            }
        }
    }
}
