// Something is being worked on and nobody knows how long: a ring of ticks with one hand going round.
pragma ComponentBehavior: Bound
import QtQuick

Item {
    id: ring

    required property string name // what is worked on, spoken by a screen reader
    property int size: Theme.staff(24)
    property int hand: 0
    readonly property int ticks: 12

    implicitWidth: size
    implicitHeight: size
    Accessible.role: Accessible.ProgressBar
    Accessible.name: name

    Timer {
        interval: 90
        repeat: true
        running: ring.visible && !Theme.reducedMotion
        onTriggered: ring.hand = (ring.hand + 1) % ring.ticks
    }
    Repeater {
        model: ring.ticks
        delegate: Item {
            id: tick
            required property int index
            readonly property int behind: (ring.hand - index + ring.ticks) % ring.ticks
            width: ring.size
            height: ring.size
            rotation: 360 * index / ring.ticks
            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                width: Theme.staffStroke
                height: Math.round(ring.size / 4)
                radius: width / 2
                antialiasing: true
                color: tick.behind < 4 ? Theme.accent : Theme.line
            }
        }
    }
}
