// The zones, one under another so that their bars can be compared.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Usher.Lobby
import Usher.Theme

Panel {
    id: table

    required property Lobby lobby
    readonly property int nameWidth: Theme.staff(Theme.tablet ? 120 : 150)
    readonly property int countWidth: Theme.staff(64)
    readonly property int rangeWidth: Theme.staff(Theme.tablet ? 96 : 130)
    readonly property int openWidth: Theme.staff(64)

    implicitHeight: column.implicitHeight + Theme.staffSpace(4)

    ColumnLayout {
        id: column
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.staffSpace(2) }
        anchors.leftMargin: Theme.staffMargin
        anchors.rightMargin: Theme.staffMargin
        spacing: 0

        RowLayout {
            spacing: Theme.staffMargin
            Heading { Layout.preferredWidth: table.nameWidth; text: qsTr("Zone") }
            Heading { Layout.preferredWidth: table.countWidth; text: qsTr("Waiting"); horizontalAlignment: Text.AlignRight }
            Heading { Layout.fillWidth: true; text: qsTr("Most pressing: waited / target") }
            Heading { Layout.preferredWidth: table.rangeWidth; text: qsTr("Forecast"); horizontalAlignment: Text.AlignRight }
            Heading { Layout.preferredWidth: table.openWidth; text: qsTr("Open"); horizontalAlignment: Text.AlignRight }
        }
        Repeater {
            model: table.lobby.zones
            delegate: RowLayout {
                id: row
                required property string zone
                required property string name
                required property bool machines
                required property int waiting
                required property int wait
                required property int target
                required property int level
                required property int low
                required property int high
                required property int open
                required property int total
                objectName: "zone-" + zone
                spacing: Theme.staffMargin
                Layout.preferredHeight: Theme.staff(Theme.tablet ? 33 : 44)

                StaffText {
                    Layout.preferredWidth: table.nameWidth
                    text: row.name
                    strong: true
                }
                StaffText {
                    Layout.preferredWidth: table.countWidth
                    text: row.waiting
                    role: StaffText.Role.Title
                    strong: row.waiting > 0
                    soft: row.waiting === 0
                    horizontalAlignment: Text.AlignRight
                }
                LimitBar {
                    Layout.fillWidth: true
                    value: row.wait < 0 ? NaN : row.wait
                    limit: row.target
                    level: row.level
                    wordWidth: Theme.staff(80)
                    word: row.wait < 0 ? row.waiting > 0 ? qsTr("in line") : qsTr("nobody") : qsTr("%1′ / %2′").arg(row.wait).arg(row.target)
                }
                StaffText {
                    Layout.preferredWidth: table.rangeWidth
                    horizontalAlignment: Text.AlignRight
                    soft: true
                    text: row.machines ? qsTr("walk up") : row.low < 0 ? "—" : row.high === 0 ? qsTr("now") : row.low === row.high
                                                                     ? qsTr("%1 min").arg(row.low) : qsTr("%1–%2 min").arg(row.low).arg(row.high)
                }
                StaffText {
                    Layout.preferredWidth: table.openWidth
                    horizontalAlignment: Text.AlignRight
                    text: qsTr("%1 / %2").arg(row.open).arg(row.total)
                    soft: row.open > 0
                    strong: row.open === 0
                }
            }
        }
    }
    component Heading: StaffText {
        role: StaffText.Role.Small
        soft: true
    }
}
