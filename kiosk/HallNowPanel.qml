// Above the hand's reach, for the eye alone: the time, the day, and how long one waits where.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Usher.Kiosk
import Usher.Link
import Usher.Theme

ColumnLayout {
    id: panel

    required property HallNow hallNow
    required property Link link

    spacing: Theme.publicSpace(1)

    Text {
        text: panel.link.clock
        textFormat: Text.PlainText
        font.family: Theme.family
        font.pixelSize: Theme.capitals(15)
        font.weight: Theme.weightStrong
        color: Theme.ink
    }
    PublicText {
        objectName: "day"
        Layout.fillWidth: true
        role: PublicText.Role.Title
        font.weight: Theme.weightNormal
        soft: true
        text: panel.hallNow.day
    }
    Rectangle {
        Layout.fillWidth: true
        Layout.topMargin: Theme.publicSpace(2)
        Layout.bottomMargin: Theme.publicSpace(1)
        visible: waits.count > 0
        implicitHeight: Theme.hairline
        color: Theme.line
    }
    PublicText {
        Layout.fillWidth: true
        visible: waits.count > 0
        soft: true
        text: qsTr("Waiting now. Times are estimates.")
    }
    Repeater {
        id: waits
        model: panel.hallNow.zones
        delegate: RowLayout {
            id: zone
            required property var modelData
            Layout.fillWidth: true
            Layout.topMargin: Theme.publicSpace(1)
            spacing: Theme.gap
            Accessible.role: Accessible.StaticText
            Accessible.name: name.text + ", " + count.text + ", " + wait.text
            PublicText {
                id: name
                Layout.fillWidth: true
                Layout.preferredWidth: 5
                role: PublicText.Role.Title
                text: zone.modelData.name
                Accessible.ignored: true
            }
            PublicText {
                id: count
                Layout.fillWidth: true
                Layout.preferredWidth: 3
                horizontalAlignment: Text.AlignRight
                soft: true
                text: zone.modelData.waiting === 0 ? qsTr("Nobody waiting") : qsTr("%1 waiting").arg(zone.modelData.waiting)
                Accessible.ignored: true
            }
            PublicText {
                id: wait
                Layout.fillWidth: true
                Layout.preferredWidth: 4
                horizontalAlignment: Text.AlignRight
                role: PublicText.Role.Title
                font.weight: Theme.weightMedium
                text: Waits.of(zone.modelData.low, zone.modelData.high)
                Accessible.ignored: true
            }
        }
    }
}
