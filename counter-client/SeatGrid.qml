// The counters one may sit down at, by the number on the sign; where somebody sits, who it is.
pragma ComponentBehavior: Bound
import QtQuick
import Usher.Theme

GridView {
    id: grid

    required property string chosen
    signal picked(string key)

    readonly property int rows: Math.ceil(count / 3)
    cellWidth: Math.floor(width / 3)
    cellHeight: Theme.staff(52)
    implicitHeight: Math.min(rows, 4) * cellHeight
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    interactive: rows > 4
    keyNavigationEnabled: true
    activeFocusOnTab: true
    Accessible.role: Accessible.List
    Keys.onSpacePressed: (currentItem as Pressable)?.clicked()
    Keys.onReturnPressed: {
        (currentItem as Pressable)?.clicked();
        nextItemInFocusChain().forceActiveFocus(Qt.TabFocusReason);
    }

    delegate: Pressable {
        id: seat
        required property string key
        required property string badge
        required property string title
        required property string detail
        required property bool available
        readonly property bool mine: key === grid.chosen
        readonly property color words: !enabled ? Theme.disabledInk : mine ? Theme.accent : Theme.ink

        objectName: "seat-" + key
        width: grid.cellWidth
        height: grid.cellHeight
        padding: 0
        text: badge + " " + title
        enabled: available
        focusPolicy: Qt.NoFocus
        checked: mine
        Accessible.role: Accessible.RadioButton
        onClicked: grid.picked(key)

        background: Rectangle {
            x: Theme.staffSpace(0.5)
            y: x
            width: seat.width - 2 * x
            height: seat.height - 2 * x
            radius: Theme.staffRadius
            color: !seat.enabled ? "transparent" : seat.mine ? Theme.accentGround : seat.pressed || seat.hovered
                                                               ? Theme.sunken : Theme.surface
            border.width: seat.mine || (seat.GridView.isCurrentItem && grid.activeFocus) ? Theme.staffStroke : Theme.hairline
            border.color: seat.GridView.isCurrentItem && grid.activeFocus ? Theme.focus : !seat.enabled ? Theme.disabledLine : seat.mine
                                                                                      ? Theme.accent : Theme.edge
        }
        Item {
            anchors.fill: parent
            StaffText {
                id: number
                x: Theme.staffSpace(3)
                height: parent.height
                width: Theme.staff(24)
                text: seat.badge
                role: StaffText.Role.Title
                color: seat.words
            }
            Column {
                anchors { left: number.right; right: parent.right; rightMargin: Theme.staffSpace(2); verticalCenter: parent.verticalCenter }
                StaffText {
                    width: parent.width
                    text: seat.title
                    role: StaffText.Role.Small
                    color: seat.words
                }
                StaffText {
                    width: parent.width
                    visible: text !== ""
                    text: seat.detail
                    role: StaffText.Role.Small
                    soft: true
                }
            }
        }
    }
}
