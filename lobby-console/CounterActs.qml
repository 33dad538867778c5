// What can be done about a counter or a machine.
pragma ComponentBehavior: Bound
import QtQuick
import Usher.Lobby
import Usher.Theme

Flow {
    id: acts

    required property Lobby lobby
    required property bool canAct
    readonly property var chosen: lobby.chosen
    readonly property bool machine: chosen.kind === Lobby.Kind.Machine
    signal asked(string mode)
    readonly property bool broken: chosen.state === Lobby.Counter.Broken

    spacing: Theme.staffGap

    StaffButton {
        objectName: "open"
        visible: acts.chosen.openable
        enabled: acts.canAct
        text: qsTr("Open")
        iconName: "play"
        onClicked: acts.lobby.open()
    }
    StaffButton {
        objectName: "close"
        visible: acts.chosen.closable
        enabled: acts.canAct
        text: acts.chosen.state === Lobby.Counter.Serving ? qsTr("Close after this customer") : qsTr("Close")
        iconName: "x"
        onClicked: acts.lobby.close()
    }
    StaffButton {
        objectName: "whatIf"
        visible: !acts.machine
        text: qsTr("What if…")
        iconName: "clock"
        onClicked: acts.asked("whatif")
    }
    StaffText {
        visible: acts.chosen.state === Lobby.Counter.Unstaffed
        height: Theme.staffTarget
        soft: true
        text: qsTr("Opens when a teller signs on there.")
    }
    StaffButton {
        objectName: "up"
        visible: acts.machine && acts.broken
        enabled: acts.canAct
        text: qsTr("It works again")
        iconName: "check"
        onClicked: acts.lobby.report(true, "")
    }
    Repeater {
        model: acts.machine && !acts.broken ? Words.machineReasons : []
        delegate: StaffButton {
            required property string modelData
            objectName: "down-" + modelData
            enabled: acts.canAct
            text: Words.reason(modelData)
            iconName: "machine"
            onClicked: acts.lobby.report(false, modelData)
        }
    }
}
