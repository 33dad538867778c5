// Seconds that are left, as a number and a ring that empties. It counts nothing itself.
import QtQuick

Item {
    id: ring

    required property int remaining
    required property int total
    property string name: String(remaining)
    property int size: Theme.mm(45)
    readonly property real share: total > 0 ? Math.max(0, Math.min(1, remaining / total)) : 0
    property real shown: share

    implicitWidth: size
    implicitHeight: size
    Accessible.role: Accessible.ProgressBar
    Accessible.name: name
    onShownChanged: canvas.requestPaint()
    Behavior on shown {
        enabled: !Theme.reducedMotion
        NumberAnimation { duration: Theme.motion }
    }

    Canvas {
        id: canvas
        readonly property color track: Theme.line
        readonly property color ink: Theme.accent
        anchors.fill: parent
        onTrackChanged: requestPaint()
        onInkChanged: requestPaint()
        onPaint: {
            const pen = getContext("2d");
            const width = ring.size / 12;
            const top = -Math.PI / 2;
            pen.reset();
            pen.lineWidth = width;
            pen.strokeStyle = track;
            pen.beginPath();
            pen.arc(ring.width / 2, ring.height / 2, (ring.size - width) / 2, 0, 2 * Math.PI);
            pen.stroke();
            if (ring.shown <= 0)
                return;
            pen.strokeStyle = ink;
            pen.beginPath();
            pen.arc(ring.width / 2, ring.height / 2, (ring.size - width) / 2, top,
                    top + 2 * Math.PI * ring.shown);
            pen.stroke();
        }
    }
    Text {
        anchors.centerIn: parent
        text: ring.remaining
        textFormat: Text.PlainText
        font.family: Theme.family
        font.pixelSize: Math.round(ring.size * 0.42)
        font.weight: Theme.weightStrong
        color: Theme.ink
        Accessible.ignored: true
    }
}
