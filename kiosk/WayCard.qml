// One way to have it done: where, how soon, and what one does there. The wait decides, so it is as
// large as the name: beside it where there is room, else below.
import QtQuick
import QtQuick.Layouts
import Usher.Theme

Pressable {
    id: card

    required text
    property string wait: ""
    property string advice: ""
    property string iconName: ""
    readonly property bool roomy: width > Theme.mm(Theme.large ? 300 : 200)
    readonly property color ownInk: enabled ? Theme.ink : Theme.disabledInk
    readonly property color lively: enabled ? Theme.accent : Theme.disabledInk

    radius: Theme.publicRadius
    stroke: Theme.publicStroke
    padding: Theme.publicSpace(3)
    implicitWidth: Theme.mm(110)
    implicitHeight: Math.max(Theme.targetPrimary, row.implicitHeight + topPadding + bottomPadding)
    Accessible.description: wait + (wait && advice ? ", " : "") + advice

    background: Rectangle {
        radius: card.radius
        color: card.pressed || !card.enabled ? Theme.sunken : Theme.surface
        border.width: Math.max(Theme.hairline, card.stroke / 2)
        border.color: card.enabled ? card.pressed ? Theme.accent : Theme.edge : Theme.disabledLine
    }
    RowLayout {
        id: row
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: card.padding }
        spacing: Theme.publicSpace(3)
        Icon {
            Layout.alignment: Qt.AlignTop
            name: card.iconName
            size: Math.round(Theme.publicIcon * 1.5)
            color: card.lively
        }
        Column {
            id: words
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            spacing: Theme.publicSpace(0.5)
            Item {
                readonly property bool stacked: !card.roomy && card.wait !== ""
                id: both
                width: words.width
                height: stacked ? wait.y + wait.height : name.height
                PublicText {
                    id: name
                    width: both.stacked ? words.width : words.width - wait.implicitWidth - row.spacing
                    role: PublicText.Role.Title
                    color: card.ownInk
                    text: card.text
                }
                PublicText {
                    id: wait
                    x: both.stacked ? 0 : words.width - implicitWidth
                    y: both.stacked ? name.height + words.spacing : 0
                    wrapMode: Text.NoWrap
                    role: PublicText.Role.Title
                    color: card.lively
                    text: card.wait
                }
            }
            PublicText {
                width: words.width
                visible: text !== ""
                color: card.enabled ? Theme.inkSoft : Theme.disabledInk
                text: card.advice
            }
        }
    }
}
