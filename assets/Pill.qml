// A word or two about the thing beside it. A level gives it colour and, with it, a shape.
import QtQuick

Rectangle {
    id: pill

    required property string text
    property int level: Theme.Level.Calm
    property string iconName: Theme.levelIcon(level)
    readonly property color words: level === Theme.Level.Calm ? Theme.inkSoft : Theme.levelInk(level)

    implicitWidth: row.implicitWidth + Theme.staffSpace(4)
    implicitHeight: Theme.staffSpace(6)
    radius: Theme.staffRadius
    color: level === Theme.Level.Calm ? "transparent" : Theme.levelGround(level)
    border.width: Theme.hairline
    border.color: level === Theme.Level.Calm ? Theme.line : words

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.staffSpace(1)
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: pill.iconName
            size: Theme.staff(14)
            color: pill.words
        }
        StaffText {
            text: pill.text
            role: StaffText.Role.Small
            color: pill.words
        }
    }
}
