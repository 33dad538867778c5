// One who waits: number, what for, where, and the wait against what was promised.
import QtQuick
import QtQuick.Layouts
import Usher.Lobby
import Usher.Theme

Pressable {
    id: row

    required property int ticket
    required property string number
    required property string service
    required property string zone
    required property string tier
    required property string counter
    required property int phase
    required property int wait
    required property int target
    required property int low
    required property int high
    required property bool late
    required property bool promoted
    required property int level
    property bool selected: false
    readonly property bool waiting: phase === Lobby.Phase.Waiting

    objectName: "ticket-" + number
    text: qsTr("%1, %2, %3, %4").arg(number).arg(service).arg(zone).arg(bar.word) + (waiting ? ", "
                                                                                          + forecast.spoken : "") + (
              tier !== "" ? ", " + tier : "")
    radius: 0
    implicitHeight: Theme.staffRow
    focusPolicy: Qt.NoFocus

    background: Rectangle {
        color: row.selected ? Theme.accentGround : row.pressed || row.hovered ? Theme.sunken : "transparent"
        Rectangle {
            visible: row.selected
            width: Theme.staffSpace(1)
            height: parent.height
            color: Theme.accent
        }
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.staffSpace(3)
        anchors.rightMargin: Theme.staffSpace(3)
        spacing: Theme.staffSpace(Theme.tablet ? 2 : 3)
        TicketNumber {
            text: row.number
            pixelSize: Theme.staffTitle
            Layout.preferredWidth: Theme.staff(52)
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 5
            spacing: 0
            StaffText {
                Layout.fillWidth: true
                text: row.service
                role: Theme.tablet ? StaffText.Role.Small : StaffText.Role.Body
            }
            Standing {
                visible: Theme.tablet && text !== ""
                tier: row.tier
                promoted: row.promoted
            }
        }
        StaffText {
            Layout.fillWidth: true
            Layout.preferredWidth: 3
            visible: !Theme.tablet
            text: row.counter !== "" ? row.counter : row.zone
            soft: true
        }
        Item {
            Layout.preferredWidth: Theme.staff(60)
            implicitHeight: Theme.staffSpace(6)
            visible: !Theme.tablet
            Standing {
                anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
                tier: row.tier
                promoted: row.promoted
            }
        }
        LimitBar {
            id: bar
            Layout.fillWidth: false
            Layout.preferredWidth: Theme.staff(Theme.tablet ? 136 : 164)
            value: row.waiting ? row.wait : NaN
            limit: row.target
            level: row.level
            wordWidth: Theme.staff(70)
            word: row.waiting ? qsTr("%1′ / %2′").arg(row.wait).arg(row.target) : Words.phase(row.phase)
        }
        Forecast {
            id: forecast
            objectName: "forecast-" + row.number
            Layout.fillWidth: false
            Layout.preferredWidth: Theme.staff(Theme.tablet ? 84 : 122)
            visible: row.waiting
            low: row.low
            high: row.high
            late: row.late
        }
    }
    Rectangle {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Theme.hairline
        color: Theme.line
        opacity: 0.6
    }
    component Standing: StaffText {
        required property string tier
        required property bool promoted
        text: promoted ? qsTr("forward") : tier
        role: StaffText.Role.Small
        color: promoted ? Theme.accent : Theme.inkSoft
    }
}
