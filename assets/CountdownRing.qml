// Seconds that are left: the number, in a ring with one tick for each. It counts nothing itself.
pragma ComponentBehavior: Bound
import QtQuick

Item {
    id: ring

    required property int remaining
    required property int total
    required property string name // what runs out, spoken by a screen reader
    property int size: Theme.mm(45)

    implicitWidth: size
    implicitHeight: size
    Accessible.role: Accessible.ProgressBar
    Accessible.name: name
    Accessible.description: String(remaining)

    Repeater {
        model: Math.max(0, ring.total)
        delegate: Item {
            id: tick
            required property int index
            readonly property bool ahead: index >= ring.total - ring.remaining
            width: ring.size
            height: ring.size
            rotation: 360 * (index + 0.5) / ring.total
            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.max(2, Math.round(ring.size / 32))
                height: Math.round(ring.size / 9)
                radius: width / 2
                antialiasing: true
                color: tick.ahead ? Theme.accent : Theme.line
                scale: tick.ahead ? 1 : 0.6
            }
        }
    }
    Text {
        anchors.centerIn: parent
        text: ring.remaining
        textFormat: Text.PlainText
        font.family: Theme.family
        font.pixelSize: Math.round(ring.size * 0.36)
        font.weight: Theme.weightStrong
        color: Theme.ink
        Accessible.ignored: true
    }
}
