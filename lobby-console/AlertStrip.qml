// What needs a hand, three at a time, worst first. Empty is calm, and says so, unless nobody can know or
// fewer serve than usual.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Usher.Lobby
import Usher.Theme

Item {
    id: strip

    required property Lobby lobby
    required property bool stale
    readonly property int count: list.count
    readonly property bool strained: lobby.unwell || lobby.circumstances.degraded

    implicitHeight: Theme.staff(72)

    RowLayout {
        anchors { left: parent.left; verticalCenter: parent.verticalCenter }
        anchors.leftMargin: Theme.staffMargin
        visible: strip.count === 0
        spacing: Theme.staffGap
        Icon {
            visible: name !== ""
            name: strip.stale ? "offline" : strip.strained ? "" : "check"
            color: Theme.inkSoft
        }
        StaffText {
            objectName: "nothingToDo"
            text: strip.stale ? qsTr("Whether anything needs a hand is not known just now.")
                              : strip.strained ? qsTr("Nothing else needs a hand.")
                                               : qsTr("All calm. Nothing needs a hand.")
            soft: true
        }
    }
    RowLayout {
        anchors.fill: parent
        anchors { leftMargin: Theme.staffMargin; rightMargin: Theme.staffMargin; topMargin: Theme.staffGap }
        spacing: Theme.staffGap
        visible: strip.count > 0

        Repeater {
            id: list
            model: strip.lobby.alerts
            delegate: AlertCard {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                Layout.maximumWidth: strip.width / 3
                onAttended: strip.lobby.attend(key)
            }
        }
        Item {
            visible: strip.count < 3
            Layout.fillWidth: true
            Layout.preferredWidth: 3 - strip.count
        }
        StaffButton {
            objectName: "moreAlerts"
            visible: strip.lobby.today.moreAlerts > 0
            text: qsTr("%1 more").arg(strip.lobby.today.moreAlerts)
            onClicked: strip.lobby.turnAlerts()
        }
    }
}
