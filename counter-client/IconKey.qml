// A small key with a drawing; its word is spoken and shown by the tool tip of the desktop only.
import QtQuick
import Usher.Theme

Pressable {
    id: key

    required text
    required property string iconName
    property real turned: 0

    implicitWidth: Theme.staff(32)
    implicitHeight: Theme.staffTarget
    background: Rectangle {
        radius: key.radius
        color: key.pressed || key.hovered ? Theme.sunken : "transparent"
    }
    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: key.iconName
            rotation: key.turned
            color: Theme.inkSoft
        }
    }
}
