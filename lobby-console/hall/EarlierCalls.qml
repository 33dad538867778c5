// The numbers called before, newest on top.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Usher.Hall
import Usher.Theme

Item {
    id: list

    objectName: "earlier"
    required property Hall hall
    required property real unit
    readonly property int shown: Math.max(1, Math.min(5, (height - title.height) / (unit * 8.5)))
    readonly property int rowHeight: Math.min(unit * 15, (height - title.height) / shown - unit)
    readonly property int figures: Math.min(unit * 7, rowHeight * 0.85)

    ColumnLayout {
        anchors.fill: parent
        spacing: list.unit
        RowLayout {
            id: title
            spacing: list.unit * 1.5
            Layout.leftMargin: list.unit
            PublicText {
                text: Chinese.earlier
                font.pixelSize: list.unit * 3.2
                font.weight: Theme.weightStrong
            }
            PublicText {
                Layout.fillWidth: true
                text: English.earlier
                font.pixelSize: list.unit * 2.4
                soft: true
            }
        }
        PublicText {
            visible: list.hall.earlier.length === 0
            Layout.leftMargin: list.unit
            text: Chinese.noneEarlier + "  " + English.noneEarlier
            font.pixelSize: list.unit * 2.6
            soft: true
        }
        Repeater {
            model: list.hall.earlier
            delegate: Rectangle {
                id: row
                required property var modelData
                required property int index
                visible: index < list.shown
                Layout.fillWidth: true
                Layout.preferredHeight: list.rowHeight
                radius: list.unit
                color: Theme.surface
                border.width: Theme.hairline
                border.color: Theme.line
                Accessible.role: Accessible.StaticText
                Accessible.name: English.call(modelData.number, modelData.counter)

                RowLayout {
                    anchors.fill: parent
                    anchors.leftMargin: list.unit * 2.5
                    anchors.rightMargin: list.unit * 2.5
                    Figures {
                        text: row.modelData.number
                        size: list.figures
                    }
                    Item { Layout.fillWidth: true }
                    PublicText {
                        text: "→"
                        font.pixelSize: list.unit * 4
                        soft: true
                    }
                    Item {
                        Layout.preferredWidth: list.unit * 9
                        Layout.preferredHeight: counter.height
                        Figures {
                            id: counter
                            anchors.right: parent.right
                            text: row.modelData.counter
                            size: list.figures
                            color: Theme.accent
                        }
                    }
                    ColumnLayout {
                        spacing: 0
                        PublicText {
                            text: Chinese.counter
                            font.pixelSize: list.unit * 2.4
                        }
                        PublicText {
                            text: "Counter"
                            font.pixelSize: list.unit * 1.8
                            soft: true
                        }
                    }
                }
            }
        }
        Item {
            Layout.fillHeight: true
            Layout.preferredHeight: 0
        }
    }
    Hatch {
        anchors.fill: parent
        visible: list.hall.stale
        pitch: list.unit * 2
        opacity: 0.25
    }
}
