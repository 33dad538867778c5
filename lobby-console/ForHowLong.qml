// For how long other work is done: a while of so many minutes, or until the outlet closes.
pragma ComponentBehavior: Bound
import QtQuick
import Usher.Lobby
import Usher.Theme

Flow {
    id: choice

    required property Lobby lobby
    property int wished: 0 ///< minutes; 0: until closing
    property bool canAct: false
    readonly property int toClosing: lobby.circumstances.left
    readonly property bool untilClosing: toClosing > 0 && (wished === 0 || wished >= toClosing)
    readonly property int minutes: untilClosing ? toClosing : wished > 0 ? wished : 30
    /// What the button says that does it.
    readonly property string deed: untilClosing ? qsTr("Do it until closing, %1").arg(lobby.circumstances.closes)
                                                : qsTr("Do it for %1 min").arg(minutes)

    spacing: Theme.staffGap
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("For how long")

    Repeater {
        model: [15, 30, 60]
        delegate: Choice {
            required property int modelData
            objectName: "minutes-" + modelData
            visible: choice.toClosing === 0 || modelData < choice.toClosing
            text: qsTr("%1 min").arg(modelData)
            checked: !choice.untilClosing && choice.minutes === modelData
            onClicked: choice.wished = modelData
        }
    }
    Choice {
        objectName: "minutes-closing"
        visible: choice.toClosing > 0
        text: qsTr("Until closing")
        checked: choice.untilClosing
        onClicked: choice.wished = 0
    }
    component Choice: StaffButton {
        enabled: choice.canAct
        Accessible.role: Accessible.RadioButton
        Accessible.checkable: true
    }
}
