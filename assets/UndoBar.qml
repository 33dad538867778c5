// Says what was just done and offers, for a few seconds, to take it back. It counts nothing itself.
import QtQuick
import QtQuick.Layouts

Rectangle {
    id: bar

    required property string text
    required property string actionText
    required property int remaining // seconds
    property int total: 8
    property string keyHint: ""
    readonly property bool truncated: label.truncated
    signal undone

    implicitWidth: row.implicitWidth + Theme.staffSpace(6)
    implicitHeight: Theme.staffTarget + Theme.staffSpace(3)
    radius: Theme.staffRadius
    color: Theme.surface
    border.width: Theme.hairline
    border.color: Theme.edge
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Rectangle { // time that is left
        x: Theme.staffRadius
        y: parent.height - height - Theme.hairline
        width: (parent.width - 2 * x) * (bar.total > 0 ? Math.min(1, bar.remaining / bar.total) : 0)
        height: Theme.staffStroke
        color: Theme.accent
    }
    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: Theme.staffSpace(4)
        anchors.rightMargin: Theme.staffSpace(1.5)
        spacing: Theme.staffSpace(4)
        StaffText {
            id: label
            Layout.fillWidth: true
            text: bar.text
            Accessible.ignored: true
        }
        StaffButton {
            objectName: "undo"
            text: bar.actionText + " " + bar.remaining
            iconName: "undo"
            keyHint: bar.keyHint
            checked: true
            Accessible.checked: false
            onClicked: bar.undone()
        }
    }
}
