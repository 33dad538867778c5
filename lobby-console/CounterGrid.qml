// The desks, then the machines, as they stand in the hall. Touch one to act on it.
pragma ComponentBehavior: Bound
import QtQuick
import Usher.Lobby
import Usher.Theme

Flickable {
    id: grid

    required property Lobby lobby
    readonly property int columns: 5
    readonly property real machineShare: 0.75 // a machine has less to say
    readonly property int lowest: Theme.staff(84) // that holds all a machine may have to say
    readonly property int deskRows: Math.ceil(desks.count / columns)
    readonly property int machineRows: Math.ceil(machines.count / columns)
    readonly property int room: height - (deskRows + machineRows - 1) * Theme.staffGap
    readonly property real shared: room / (deskRows + machineShare * machineRows)
    readonly property real fitting: shared * machineShare < lowest ? (room - machineRows * lowest) / deskRows : shared
    readonly property int tall: Math.max(Theme.staff(Theme.tablet ? 96 : 112), Math.min(Theme.staff(176), Math.floor(fitting)))
    readonly property int low: Math.max(lowest, tall * machineShare)
    readonly property int cell: (width - (columns - 1) * Theme.staffGap) / columns

    clip: true
    contentHeight: column.implicitHeight
    boundsBehavior: Flickable.StopAtBounds
    interactive: contentHeight > height

    component Tile: StateTile {
        required property string counter
        required property int number
        required property string name
        required property int counterState
        required property string teller
        required property string service
        required property string reason
        required property int minutes
        required property int typical
        required property bool closing
        required property int line
        required property var other
        required property var kept
        readonly property bool shut: counterState === Lobby.Counter.Closed || counterState === Lobby.Counter.Unstaffed
                                     || counterState === Lobby.Counter.Off

        objectName: "counter-" + counter
        width: grid.cell
        height: grid.tall
        title: number
        word: closing ? qsTr("Closing") : Words.counter(counterState)
        iconName: Words.counterIcon(counterState)
        muted: shut
        selected: grid.lobby.chosenCounter === counter
        person: service !== "" && !noted ? teller : ""
        detail: below()
        note: Words.note(other, kept, Theme.tablet)
        noteIcon: Words.noteIcon(other)
        elapsed: line > 0 ? qsTr("%1 waiting").arg(line) : minutes < 0 ? "" : typical > 0 && !Theme.tablet ? qsTr("%1′ · usual %2′").arg(
                                                                      minutes).arg(typical) : qsTr("%1′").arg(minutes)
        onClicked: grid.lobby.chooseCounter(counter)
        readonly property bool noted: Theme.tablet && note !== "" // there is room for one of them
        function below(): string {
            if (noted)
                return "";
            if (service !== "")
                return Theme.tablet ? "" : service;
            if (counterState === Lobby.Counter.Paused)
                return Words.reason(reason);
            return teller !== "" && !shut ? teller : name;
        }
    }

    ScrollMarks {
        parent: grid
        anchors.fill: parent
        z: 1
        of: grid
        ground: Theme.paper
    }
    Column {
        id: column
        width: grid.width
        spacing: Theme.staffGap
        Grid {
            columns: grid.columns
            spacing: Theme.staffGap
            Repeater {
                id: desks
                model: grid.lobby.desks
                delegate: Tile {
                    required ticket
                    required level
                }
            }
        }
        Grid {
            columns: grid.columns
            spacing: Theme.staffGap
            Repeater {
                id: machines
                model: grid.lobby.machines
                delegate: Tile {
                    required level
                    readonly property string more: Words.more(counterState, reason)
                    detail: more === "" ? name : Theme.tablet ? more : more + " · " + name
                    height: grid.low
                }
            }
        }
    }
}
