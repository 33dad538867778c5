// The number called last and where to go with it. A recall flashes once.
pragma ComponentBehavior: Bound
import QtQuick
import Usher.Hall
import Usher.Theme

Rectangle {
    id: call

    required property Hall hall
    required property real unit
    required property bool portrait
    readonly property bool calling: hall.state === Hall.State.Calling
    readonly property int words: unit * (portrait ? 10 : 8.5)
    readonly property int small: unit * 5
    // The three lines, as high as their capitals, and four equal spaces of a tenth of the card.
    readonly property int hero: Math.min(unit * 28, (height * 0.6 - small) / (0.733 * 1.74))
    readonly property real lines: hero * 0.733 * 1.74 + small

    radius: unit
    color: Theme.surface
    border.width: Theme.hairline
    border.color: Theme.line
    Accessible.role: Accessible.AlertMessage
    Accessible.name: calling ? English.call(hall.number, hall.counter) : English.quiet

    Rectangle {
        id: flash
        objectName: "flash"
        anchors.fill: parent
        radius: parent.radius
        color: Theme.accent
        opacity: 0
        SequentialAnimation {
            id: flashing
            NumberAnimation { target: flash; property: "opacity"; to: 0.35; duration: Theme.motion }
            NumberAnimation { target: flash; property: "opacity"; to: 0; duration: Theme.motion * 4 }
        }
    }
    Connections {
        target: call.hall
        function onAnnounced(again: bool): void {
            if (again && !Theme.reducedMotion)
                flashing.restart();
        }
    }
    Column {
        anchors.centerIn: parent
        visible: call.calling
        spacing: (call.height - call.lines) / 4

        Line {
            before: Chinese.please
            figures: call.hall.number
            size: call.hero
            name: "number"
        }
        Line {
            before: Chinese.go
            figures: call.hall.counter
            after: Chinese.counter
            size: call.hero * 0.74
            color: Theme.accent
            name: "counter"
        }
        Plain {
            objectName: "english"
            anchors.horizontalCenter: parent.horizontalCenter
            text: English.call(call.hall.number, call.hall.counter)
            font.pixelSize: call.small * 1.2
            font.weight: Theme.weightMedium
            color: Theme.inkSoft
            height: call.small
            verticalAlignment: Text.AlignVCenter
        }
    }
    Column {
        anchors.centerIn: parent
        width: parent.width - call.unit * 8
        visible: !call.calling
        spacing: call.unit * 2
        Plain {
            objectName: "quiet"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            text: call.hall.state === Hall.State.Quiet ? Chinese.quiet : call.hall.state === Hall.State.Denied
                                                         ? Chinese.denied : Chinese.connecting
        }
        Plain {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            font.pixelSize: call.words * 0.5
            font.weight: Theme.weightNormal
            color: Theme.inkSoft
            text: call.hall.state === Hall.State.Quiet ? English.quiet : call.hall.state === Hall.State.Denied
                                                         ? English.denied : English.connecting
        }
    }
    Hatch {
        anchors.fill: parent
        visible: call.hall.stale
        pitch: call.unit * 2
        opacity: 0.25
    }
    // Words and figures on one baseline, as high as the figures and no higher.
    component Line: Item {
        id: line
        required property string before
        required property string figures
        property string after: ""
        required property int size
        required property string name
        property color color: Theme.ink
        readonly property int gap: call.unit * 2.5
        anchors.horizontalCenter: parent.horizontalCenter
        width: number.x + number.width + (after !== "" ? gap + last.width : 0)
        height: number.capitals
        Plain {
            id: first
            text: line.before
            y: line.height - baselineOffset
        }
        Figures {
            id: number
            objectName: line.name
            x: first.width + line.gap
            text: line.figures
            size: line.size
            color: line.color
        }
        Plain {
            id: last
            x: number.x + number.width + line.gap
            text: line.after
            y: line.height - baselineOffset
        }
    }
    component Plain: PublicText {
        font.pixelSize: call.words
        font.weight: Theme.weightStrong
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
