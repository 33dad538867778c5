// One key of a keypad.
import QtQuick

Pressable {
    id: key

    required text
    property string iconName: ""
    property bool staff: true
    property bool primary: false
    readonly property color words: !enabled ? Theme.disabledInk : primary ? Theme.accentInk : Theme.ink
    readonly property bool bare: iconName !== ""

    radius: staff ? Theme.staffRadius : Theme.publicRadius
    stroke: staff ? Theme.staffStroke : Theme.publicStroke
    implicitWidth: staff ? Theme.staff(88) : Theme.mm(26)
    implicitHeight: staff ? Theme.staff(56) : Theme.targetPrimary

    background: Rectangle {
        radius: key.radius
        color: key.primary && key.enabled ? key.pressed ? Theme.accentPressed : Theme.accent :
                                            key.pressed || key.hovered && key.staff || !key.enabled
                                            ? Theme.sunken : Theme.surface
        border.width: key.primary && key.enabled ? 0 : Theme.hairline
        border.color: key.enabled ? Theme.edge : Theme.disabledLine
    }
    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: key.iconName
            size: key.staff ? Theme.staffIcon : Theme.publicIcon
            color: key.words
        }
        Text {
            anchors.centerIn: parent
            visible: !key.bare
            text: key.text
            textFormat: Text.PlainText
            font.family: Theme.family
            font.pixelSize: key.staff ? Theme.staffHeading : Theme.publicTitle
            font.weight: Theme.weightMedium
            color: key.words
        }
    }
}
