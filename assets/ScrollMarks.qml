// Laid over what scrolls: where one is in it, and a plain edge where it goes on, so that nothing looks
// complete that is not.
import QtQuick

Item {
    id: marks

    required property Flickable of
    property color ground: Theme.surface
    readonly property bool longer: of.contentHeight > of.height + 1
    readonly property bool above: longer && !of.atYBeginning
    readonly property bool below: longer && !of.atYEnd

    visible: longer
    Rectangle {
        width: parent.width
        height: Theme.hairline
        visible: marks.above
        color: Theme.edge
    }
    Rectangle {
        objectName: "goesOn"
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Theme.staffSpace(6)
        visible: marks.below
        color: marks.ground
        Rectangle {
            width: parent.width
            height: Theme.hairline
            color: Theme.edge
        }
        Icon {
            anchors.centerIn: parent
            name: "chevron-left"
            rotation: -90
            size: Theme.staff(16)
            color: Theme.inkSoft
        }
    }
    Rectangle {
        anchors.right: parent.right
        y: marks.of.visibleArea.yPosition * parent.height
        width: Theme.staffSpace(1)
        height: marks.of.visibleArea.heightRatio * parent.height
        radius: width / 2
        color: Theme.edge
    }
}
