// How many wait where, and about how long: always a range, and a word where nobody knows.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Usher.Hall
import Usher.Theme

GridLayout {
    id: zones

    required property Hall hall
    required property real unit

    columnSpacing: unit * 2
    rowSpacing: unit * 1.5

    Repeater {
        model: zones.hall.zones
        delegate: Rectangle {
            id: zone
            required property var modelData
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            implicitHeight: words.implicitHeight + zones.unit * 2.4
            radius: zones.unit
            color: Theme.surface
            border.width: Theme.hairline
            border.color: Theme.line
            Accessible.role: Accessible.StaticText
            Accessible.name: modelData.en + ": " + English.waiting(modelData.waiting) + ", " + English.range(
                                 modelData.low, modelData.high)

            Hatch {
                anchors.fill: parent
                visible: zones.hall.stale
                pitch: zones.unit * 2
                opacity: 0.25
            }
            GridLayout {
                id: words
                anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
                anchors.leftMargin: zones.unit * 2
                anchors.rightMargin: zones.unit * 2
                columns: 2
                rowSpacing: 0
                Zh {
                    Layout.fillWidth: true
                    text: zone.modelData.zh
                    font.weight: Theme.weightStrong
                }
                Zh { text: Chinese.waiting(zone.modelData.waiting) }
                En {
                    Layout.fillWidth: true
                    text: zone.modelData.en
                }
                En {
                    text: English.waiting(zone.modelData.waiting)
                    Layout.alignment: Qt.AlignRight
                }
                Zh {
                    Layout.columnSpan: 2
                    Layout.topMargin: zones.unit * 0.6
                    text: Chinese.range(zone.modelData.low, zone.modelData.high)
                    font.pixelSize: zones.unit * 3.4
                    font.weight: Theme.weightMedium
                }
                En {
                    Layout.columnSpan: 2
                    text: English.range(zone.modelData.low, zone.modelData.high)
                }
            }
        }
    }
    component Zh: PublicText {
        font.pixelSize: zones.unit * 2.6
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    component En: PublicText {
        font.pixelSize: zones.unit * 2
        soft: true
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
