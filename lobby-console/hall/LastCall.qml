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
    readonly property int hero: unit * (portrait ? 22 : 29)
    readonly property int words: unit * (portrait ? 8 : 10)

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
        spacing: call.unit * (call.portrait ? 1 : 0)

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: call.unit * 3
            Plain {
                text: Chinese.please
                height: number.height
                bottomPadding: call.unit * 2.4
                verticalAlignment: Text.AlignBottom
            }
            TicketNumber {
                id: number
                objectName: "number"
                text: call.hall.number
                pixelSize: call.hero
            }
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: call.unit * 2
            Plain {
                text: Chinese.go
                height: counter.height
                bottomPadding: call.unit * 1.2
                verticalAlignment: Text.AlignBottom
            }
            TicketNumber {
                id: counter
                objectName: "counter"
                text: call.hall.counter
                pixelSize: call.hero * 0.72
                color: Theme.accent
            }
            Plain {
                text: Chinese.counter
                height: counter.height
                bottomPadding: call.unit * 1.2
                verticalAlignment: Text.AlignBottom
            }
        }
        Plain {
            objectName: "english"
            anchors.horizontalCenter: parent.horizontalCenter
            text: English.call(call.hall.number, call.hall.counter)
            font.pixelSize: call.words * 0.8
            font.weight: Theme.weightMedium
            color: Theme.inkSoft
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
    component Plain: PublicText {
        font.pixelSize: call.words
        font.weight: Theme.weightStrong
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
