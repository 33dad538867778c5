// One of a few things the public may choose: what it is, how long, and perhaps a faster way.
import QtQuick
import QtQuick.Layouts

Pressable {
    id: card

    required text
    property string hint: ""
    property string secondary: "" // the other way, in accent
    property string iconName: ""
    readonly property bool truncated: title.truncated || hintLabel.truncated || other.truncated

    radius: Theme.publicRadius
    stroke: Theme.publicStroke
    padding: Theme.publicSpace(3)
    implicitWidth: Theme.mm(110)
    implicitHeight: Math.max(Theme.targetPrimary, row.implicitHeight + topPadding + bottomPadding)
    Accessible.description: hint + (hint !== "" && secondary !== "" ? ", " : "") + secondary

    background: Rectangle {
        radius: card.radius
        color: card.pressed || !card.enabled ? Theme.sunken : Theme.surface
        border.width: Math.max(Theme.hairline, card.stroke / 2)
        border.color: card.enabled ? card.pressed ? Theme.accent : Theme.edge : Theme.disabledLine
    }
    RowLayout {
        id: row
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: card.padding }
        spacing: Theme.publicSpace(2)
        Icon {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: (title.font.pixelSize * 1.45 - height) / 2
            name: card.iconName
            size: Theme.publicIcon
            color: card.enabled ? Theme.accent : Theme.disabledInk
        }
        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            spacing: Theme.publicSpace(0.5)
            PublicText {
                id: title
                Layout.fillWidth: true
                text: card.text
                role: PublicText.Role.Title
                color: card.enabled ? Theme.ink : Theme.disabledInk
            }
            PublicText {
                id: hintLabel
                Layout.fillWidth: true
                visible: text !== ""
                text: card.hint
                color: card.enabled ? Theme.inkSoft : Theme.disabledInk
            }
            PublicText {
                id: other
                Layout.fillWidth: true
                visible: text !== ""
                text: card.secondary
                color: card.enabled ? Theme.accent : Theme.disabledInk
                font.weight: Theme.weightStrong
            }
        }
    }
}
