// The day in numbers, the worst overtaking against what the rule allows, and the promises kept.
import QtQuick
import QtQuick.Layouts
import Usher.Lobby
import Usher.Theme

Panel {
    id: today

    required property Lobby lobby
    readonly property bool over: lobby.today.overtake > lobby.today.bound

    implicitHeight: lines.implicitHeight + Theme.staffSpace(Theme.tablet ? 3 : 4)

    component Figure: ColumnLayout {
        id: figure
        required property string name
        required property string value
        property int level: Theme.Level.Calm
        spacing: 0
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        StaffText {
            Layout.fillWidth: true
            text: figure.name
            role: StaffText.Role.Small
            soft: true
        }
        RowLayout {
            spacing: Theme.staffSpace(1)
            StaffText {
                text: figure.value
                role: StaffText.Role.Title
                color: Theme.levelInk(figure.level)
            }
            Icon {
                name: Theme.levelIcon(figure.level)
                size: Theme.staff(16)
                color: Theme.levelInk(figure.level)
            }
        }
    }

    ColumnLayout {
        id: lines
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        anchors.leftMargin: Theme.staffMargin
        anchors.rightMargin: Theme.staffMargin
        spacing: Theme.staffSpace(1)

        RowLayout {
            spacing: Theme.staffGap
            Figure { objectName: "taken"; name: qsTr("Taken today"); value: today.lobby.today.taken }
            Figure { name: qsTr("Served"); value: today.lobby.today.served }
            Figure { name: qsTr("Did not come"); value: today.lobby.today.noShow }
            Figure { name: qsTr("Left"); value: today.lobby.today.left }
            Figure {
                objectName: "overtake"
                Layout.preferredWidth: 1.6
                name: qsTr("Worst overtaking / allowed")
                value: qsTr("%1′ / %2′").arg(today.lobby.today.overtake).arg(today.lobby.today.bound)
                level: today.over ? Theme.Level.Missed : Theme.Level.Calm
            }
        }
        PromisesLine {
            Layout.fillWidth: true
            lobby: today.lobby
        }
    }
}
