// A card on its way into the slot, drawn in the theme's lines.
import QtQuick
import Usher.Theme

Item {
    id: picture

    property int cardWidth: Theme.mm(64)
    readonly property int cardHeight: Math.round(cardWidth * 0.63)

    implicitWidth: cardWidth + Theme.mm(26)
    implicitHeight: cardHeight
    Accessible.ignored: true

    Rectangle {
        id: body
        width: picture.cardWidth
        height: picture.cardHeight
        radius: Theme.publicRadius
        color: Theme.accentGround
        border.width: Theme.publicStroke
        border.color: Theme.accent

        Rectangle { // the chip, towards the slot
            anchors { right: parent.right; verticalCenter: parent.verticalCenter; rightMargin: parent.width * 0.1 }
            width: parent.width * 0.17
            height: width * 0.8
            radius: Theme.publicRadius / 3
            color: "transparent"
            border.width: Theme.publicStroke
            border.color: Theme.accent
            Rectangle {
                anchors.centerIn: parent
                width: parent.width
                height: Theme.publicStroke
                color: Theme.accent
            }
        }
        Column { // where a number would stand, and none does
            anchors { left: parent.left; bottom: parent.bottom; margins: parent.width * 0.1 }
            spacing: Theme.publicStroke * 3
            Rectangle { width: body.width * 0.42; height: Theme.publicStroke; color: Theme.accent }
            Rectangle { width: body.width * 0.26; height: Theme.publicStroke; color: Theme.accent }
        }
    }
    Icon {
        anchors { right: slot.left; verticalCenter: parent.verticalCenter; rightMargin: Theme.mm(4) }
        name: "chevron-right"
        size: Theme.mm(10)
        color: Theme.accent
    }
    Rectangle {
        id: slot
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        width: Theme.publicStroke * 3
        height: parent.height * 1.15
        radius: width / 2
        color: Theme.ink
    }
}
