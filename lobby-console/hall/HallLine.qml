// The thin line at the bottom: where, when, and how fresh what is shown is.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Usher.Hall
import Usher.Theme

Rectangle {
    id: line

    required property Hall hall
    required property real unit
    readonly property bool odd: hall.stale || hall.unwell
    readonly property color words: odd ? Theme.device : Theme.inkSoft

    implicitHeight: unit * 4.4
    radius: unit
    color: odd ? Theme.deviceGround : "transparent"

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: line.odd ? line.unit * 1.5 : 0
        anchors.rightMargin: anchors.leftMargin
        spacing: line.unit * 2
        Word {
            text: line.hall.outletZh + "  " + line.hall.outletEn
            font.weight: Theme.weightStrong
        }
        Item { Layout.fillWidth: true }
        Icon {
            name: line.odd ? "offline" : "check"
            size: line.unit * 2.4
            color: line.words
        }
        Word {
            objectName: "freshness"
            text: line.hall.stale ? Chinese.old(line.hall.ageSeconds) + "  " + English.old(line.hall.ageSeconds) : line.hall.unwell
                                    ? Chinese.paused + "  " + English.paused : Chinese.live + "  " + English.live
        }
        Word {
            text: line.hall.clock
            font.weight: Theme.weightStrong
            color: Theme.ink
            font.pixelSize: line.unit * 3
        }
    }
    component Word: PublicText {
        font.pixelSize: line.unit * 2.2
        color: line.words
        wrapMode: Text.NoWrap
    }
}
