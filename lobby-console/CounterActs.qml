// What can be done about a counter or a machine, below what is out of the ordinary there.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Usher.Lobby
import Usher.Theme

Column {
    id: acts

    required property Lobby lobby
    required property bool canAct
    readonly property var chosen: lobby.chosen
    readonly property bool machine: chosen.kind === Lobby.Kind.Machine
    readonly property bool other: chosen.other.until !== ""
    signal asked(string mode)

    spacing: Theme.staffGap

    RowLayout {
        width: parent.width
        visible: note.text !== ""
        spacing: Theme.staffSpace(2)
        Icon {
            name: Words.noteIcon(acts.chosen.other)
            color: Theme.inkSoft
        }
        StaffText {
            id: note
            objectName: "note"
            Layout.fillWidth: true
            text: Words.noteInFull(acts.chosen.other, acts.chosen.kept)
            wrapMode: Text.Wrap
        }
    }
    StaffText {
        visible: acts.machine
        text: qsTr("Report it as")
        role: StaffText.Role.Small
        soft: true
    }
    Flow {
        width: parent.width
        visible: acts.machine
        spacing: Theme.staffGap
        Repeater {
            model: acts.machine ? Words.machineReports : []
            delegate: StaffButton {
                required property var modelData
                readonly property string said: modelData.detail !== "" ? Words.reason(modelData.detail) : Words.counter(
                                                                             modelData.state)
                objectName: "report-" + modelData.key
                enabled: acts.canAct
                checked: acts.chosen.state === modelData.state && acts.chosen.reason === modelData.detail
                text: said
                iconName: Words.counterIcon(modelData.state)
                onClicked: acts.lobby.report(modelData.state, modelData.detail)
            }
        }
    }
    Rectangle { // what follows is no report
        width: parent.width
        height: Theme.hairline
        visible: acts.machine
        color: Theme.line
    }
    Flow {
        width: parent.width
        spacing: Theme.staffGap
        StaffButton {
            objectName: "open"
            visible: acts.chosen.openable
            enabled: acts.canAct
            text: acts.machine ? qsTr("Switch on") : qsTr("Open counter")
            iconName: "play"
            onClicked: acts.lobby.open()
        }
        StaffButton {
            objectName: "endOther"
            visible: acts.other
            enabled: acts.canAct
            text: qsTr("End other work now")
            iconName: "undo"
            onClicked: acts.lobby.endOverride()
        }
        StaffButton {
            objectName: "other"
            visible: acts.lobby.trial.otherWork
            enabled: acts.canAct
            text: qsTr("Other work for a while…")
            iconName: "transfer"
            onClicked: acts.asked("other")
        }
        StaffButton {
            objectName: "whatIf"
            visible: !acts.machine
            text: qsTr("What if…")
            iconName: "clock"
            onClicked: acts.asked("whatif")
        }
        StaffButton {
            objectName: "close"
            visible: acts.chosen.closable
            enabled: acts.canAct
            text: acts.machine ? qsTr("Switch off") : Words.closing(acts.chosen.state)
            iconName: "x"
            onClicked: acts.lobby.close()
        }
        StaffText {
            visible: acts.chosen.state === Lobby.Counter.Unstaffed
            height: Theme.staffTarget
            soft: true
            text: qsTr("Opens when a teller signs on there.")
        }
    }
}
