// The name of a key in its cap, such as F8.
import QtQuick

Rectangle {
    id: cap

    required property string text
    property color ink: Theme.inkSoft

    visible: text !== ""
    implicitWidth: label.implicitWidth + Theme.staffSpace(2)
    implicitHeight: Theme.staffSpace(5)
    radius: Theme.staffRadius / 2
    color: "transparent"
    border.width: 1
    border.color: ink

    StaffText {
        id: label
        anchors.centerIn: parent
        text: cap.text
        role: StaffText.Role.Small
        color: cap.ink
        Accessible.ignored: true
    }
}
