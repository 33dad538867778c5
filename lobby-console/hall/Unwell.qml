// Nothing can be taken in just now: said where everybody looks, until it is over.
import QtQuick
import QtQuick.Layouts
import Usher.Hall
import Usher.Theme

Rectangle {
    id: banner

    required property real unit

    objectName: "unwell"
    implicitHeight: words.implicitHeight + unit * 2.4
    radius: unit
    color: Theme.deviceGround
    border.width: Theme.hairline
    border.color: Theme.device
    Accessible.role: Accessible.AlertMessage
    Accessible.name: English.unwell

    RowLayout {
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        anchors.leftMargin: banner.unit * 2
        anchors.rightMargin: banner.unit * 2
        spacing: banner.unit * 2
        Icon {
            name: "pause"
            size: banner.unit * 5
            color: Theme.device
        }
        ColumnLayout {
            id: words
            Layout.fillWidth: true
            spacing: 0
            PublicText {
                Layout.fillWidth: true
                text: Chinese.unwell
                font.pixelSize: banner.unit * 4
                font.weight: Theme.weightStrong
                color: Theme.device
                Accessible.ignored: true
            }
            PublicText {
                Layout.fillWidth: true
                text: English.unwell
                font.pixelSize: banner.unit * 2.6
                color: Theme.device
                Accessible.ignored: true
            }
        }
    }
}
