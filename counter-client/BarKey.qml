// A key on the teller's bar: its word, and under it the key that presses it or why it cannot be.
import QtQuick
import Usher.Theme

Pressable {
    id: key

    required text
    property string hint: ""
    property bool lit: false
    readonly property bool truncated: word.truncated || under.truncated
    readonly property color words: !enabled ? Theme.disabledInk : lit ? Theme.accent : Theme.ink

    implicitWidth: Math.max(Theme.staff(76), word.implicitWidth + Theme.staffSpace(4), under.implicitWidth + Theme.staffSpace(3))
    implicitHeight: Theme.staff(56)
    Accessible.description: hint

    background: Rectangle {
        radius: key.radius
        color: !key.enabled ? "transparent" : key.pressed || key.hovered ? Theme.sunken : key.lit
                              ? Theme.accentGround : Theme.surface
        border.width: Theme.hairline
        border.color: !key.enabled ? Theme.disabledLine : key.lit ? Theme.accent : Theme.edge
    }
    Item {
        anchors.fill: parent
        StaffText {
            id: word
            anchors { left: parent.left; right: parent.right; bottom: parent.verticalCenter }
            horizontalAlignment: Text.AlignHCenter
            text: key.text
            color: key.words
            font.weight: Theme.weightMedium
            Accessible.ignored: true
        }
        StaffText {
            id: under
            anchors { left: parent.left; right: parent.right; top: parent.verticalCenter }
            horizontalAlignment: Text.AlignHCenter
            text: key.hint
            role: StaffText.Role.Small
            color: key.enabled ? Theme.inkSoft : Theme.disabledInk
            Accessible.ignored: true
        }
    }
}
