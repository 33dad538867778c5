// The one key that is always the next thing to do.
import QtQuick
import Usher.Theme

Pressable {
    id: key

    required text
    required property string hint
    readonly property bool truncated: word.truncated
    readonly property color words: enabled ? Theme.accentInk : Theme.disabledInk

    implicitWidth: Theme.staff(156)
    implicitHeight: Theme.staff(56)
    Accessible.description: hint

    background: Rectangle {
        radius: key.radius
        color: !key.enabled ? Theme.sunken : key.pressed ? Theme.accentPressed : Theme.accent
        border.width: key.enabled ? 0 : Theme.hairline
        border.color: Theme.disabledLine
    }
    Item {
        anchors.fill: parent
        Row {
            anchors.centerIn: parent
            spacing: Theme.staffSpace(3)
            StaffText {
                id: word
                anchors.verticalCenter: parent.verticalCenter
                text: key.text
                role: StaffText.Role.Title
                color: key.words
                Accessible.ignored: true
            }
            KeyHint {
                anchors.verticalCenter: parent.verticalCenter
                visible: key.enabled
                text: key.hint
                ink: key.words
            }
        }
    }
}
