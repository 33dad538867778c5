// The line at the bottom: what was just done and the way back, or, below where it was asked, why it
// was not; else the keys.
import QtQuick
import QtQuick.Layouts
import Usher.Link
import Usher.Lobby
import Usher.Theme

Item {
    id: bar

    required property Lobby lobby
    readonly property string refusal: lobby.refusal === Refusals.ServiceUncovered && lobby.uncovered !== ""
                                      ? qsTr("Nobody else who is open could serve %1. Open another counter for it first.").arg(
                                            lobby.uncovered) : RefusalText.of(lobby.refusal)

    implicitHeight: Theme.staffTarget + Theme.staffSpace(Theme.tablet ? 5 : 6)

    UndoBar {
        objectName: "undoBar"
        anchors { left: parent.left; leftMargin: Theme.staffMargin; verticalCenter: parent.verticalCenter }
        width: Math.max(implicitWidth, Theme.staff(460))
        visible: bar.lobby.done.deed !== Lobby.Deed.Nothing && bar.refusal === ""
        text: Words.deed(bar.lobby.done)
        actionText: qsTr("Undo")
        keyHint: "Ctrl Z"
        remaining: bar.lobby.done.seconds
        total: 9
        onUndone: bar.lobby.undo()
    }
    Rectangle {
        objectName: "refusalBar"
        anchors { right: parent.right; rightMargin: Theme.staffMargin; verticalCenter: parent.verticalCenter }
        width: refused.implicitWidth + Theme.staffSpace(6)
        height: Theme.staffTarget + Theme.staffSpace(3)
        visible: bar.refusal !== ""
        radius: Theme.staffRadius
        color: Theme.willMissGround
        border.width: Theme.hairline
        border.color: Theme.willMiss
        Accessible.role: Accessible.AlertMessage
        Accessible.name: bar.refusal
        RowLayout {
            id: refused
            anchors.centerIn: parent
            spacing: Theme.staffSpace(3)
            Icon {
                name: "alert"
                color: Theme.willMiss
            }
            StaffText {
                objectName: "refusal"
                text: bar.refusal
                color: Theme.willMiss
                strong: true
                Accessible.ignored: true
            }
            StaffButton {
                objectName: "forgetRefusal"
                text: qsTr("OK")
                onClicked: bar.lobby.forgetRefusal()
            }
        }
    }
    RowLayout {
        anchors { right: parent.right; rightMargin: Theme.staffMargin; verticalCenter: parent.verticalCenter }
        visible: !Theme.tablet && bar.refusal === ""
        spacing: Theme.staffSpace(2)
        KeyHint { text: "/" }
        Hint { text: qsTr("find") }
        KeyHint { text: "↑ ↓" }
        Hint { text: qsTr("choose") }
        KeyHint { text: "Enter" }
        Hint { text: qsTr("act") }
        KeyHint { text: "Esc" }
        Hint { text: qsTr("back") }
        KeyHint { text: "Ctrl Z" }
        Hint { text: qsTr("undo") }
    }
    component Hint: StaffText {
        role: StaffText.Role.Small
        soft: true
        Layout.rightMargin: Theme.staffSpace(2)
    }
}
