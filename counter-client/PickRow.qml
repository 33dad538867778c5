// One thing to pick: a badge, its name, and what there is to know about it at the right.
import QtQuick
import QtQuick.Layouts
import Usher.Theme

Pressable {
    id: row

    required text
    property string badge: ""
    property string detail: ""
    readonly property bool current: ListView.isCurrentItem && (ListView.view?.activeFocus ?? false)

    width: ListView.view?.width ?? implicitWidth
    implicitHeight: Theme.staff(48)
    focusPolicy: Qt.NoFocus
    Accessible.description: detail

    background: Rectangle {
        radius: row.radius
        color: row.pressed || row.hovered ? Theme.sunken : Theme.surface
        border.width: row.current ? Theme.staffStroke : Theme.hairline
        border.color: row.current ? Theme.focus : row.enabled ? Theme.edge : Theme.disabledLine
    }
    contentItem: Item {
        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.staffMargin
            anchors.rightMargin: Theme.staffMargin
            spacing: Theme.staffSpace(3)
            StaffText {
                Layout.minimumWidth: Theme.staff(28)
                visible: row.badge !== ""
                text: row.badge
                role: StaffText.Role.Title
                color: row.enabled ? Theme.ink : Theme.disabledInk
            }
            StaffText {
                Layout.fillWidth: true
                text: row.text
                font.weight: Theme.weightMedium
                color: row.enabled ? Theme.ink : Theme.disabledInk
            }
            StaffText {
                text: row.detail
                soft: true
            }
        }
    }
}
