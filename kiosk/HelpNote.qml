// Says that staff were called, or that the call did not get through.
import QtQuick
import Usher.Kiosk
import Usher.Theme

Rectangle {
    id: note

    required property Help help
    readonly property bool unheard: help.state === Help.State.Unheard

    visible: help.state !== Help.State.Quiet
    implicitHeight: row.implicitHeight + 2 * Theme.publicSpace(1.5)
    radius: Theme.publicRadius
    color: unheard ? Theme.deviceGround : Theme.accentGround
    border.width: Theme.hairline
    border.color: words.color
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    Row {
        id: row
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.publicSpace(3)
        width: parent.width - 2 * x
        spacing: Theme.publicSpace(2)
        Icon {
            id: mark
            anchors.verticalCenter: parent.verticalCenter
            name: note.unheard ? "offline" : "person"
            size: Theme.publicIcon
            color: words.color
        }
        PublicText {
            id: words
            objectName: "helpWords"
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - mark.width - parent.spacing
            color: note.unheard ? Theme.device : Theme.accent
            font.weight: Theme.weightMedium
            text: switch (note.help.state) {
                case Help.State.Calling:
                    return qsTr("Calling the lobby staff…")
                case Help.State.Unheard:
                    return qsTr("The call did not get through. Please speak to the lobby staff.")
                default:
                    return qsTr("The lobby staff have been called. Somebody will come to you.")
            }
        }
    }
}
