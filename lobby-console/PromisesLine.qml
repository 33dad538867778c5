// Were the waits that were said with the tickets kept? Both figures beside what they should be.
import QtQuick
import QtQuick.Layouts
import Usher.Lobby
import Usher.Theme

RowLayout {
    id: line

    required property Lobby lobby
    readonly property var promises: lobby.today.promises
    readonly property bool any: promises.scored > 0

    spacing: Theme.staffSpace(2)

    StaffText {
        text: qsTr("Waits as promised")
        role: StaffText.Role.Small
        soft: true
    }
    Icon {
        visible: line.promises.off
        name: Theme.levelIcon(Theme.Level.WillMiss)
        size: Theme.staff(14)
        color: Theme.willMiss
    }
    StaffText {
        objectName: "promises"
        Layout.fillWidth: true
        role: StaffText.Role.Small
        color: line.promises.off ? Theme.willMiss : line.any ? Theme.ink : Theme.inkSoft
        text: line.any ? qsTr("%1 % within the long figure (goal 90) · %2 % within the short one (goal 50) · of %3").arg(
                             line.promises.surely).arg(line.promises.likely).arg(line.promises.scored) : qsTr(
                             "nobody with a forecast was called yet")
    }
}
