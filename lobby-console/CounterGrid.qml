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
    readonly property real lines: Math.ceil(desks.count / columns) + machineShare * Math.ceil(machines.count
                                                                                              / columns)
    readonly property int tall: Math.max(Theme.staff(112), Math.min(Theme.staff(176), Math.floor(
                                                                        (height - 3 * Theme.staffGap) / lines)))
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
        readonly property bool shut: counterState === Lobby.Counter.Closed || counterState === Lobby.Counter.Unstaffed

        objectName: "counter-" + counter
        width: grid.cell
        height: grid.tall
        title: number
        word: closing ? qsTr("Closing") : Words.counter(counterState)
        iconName: Words.counterIcon(counterState)
        muted: shut
        selected: grid.lobby.chosenCounter === counter
        detail: service !== "" ? teller + " · " + service : counterState === Lobby.Counter.Broken
                                 || counterState === Lobby.Counter.Paused ? Words.reason(reason) : teller !== ""
                                                                           && !shut ? teller : name
        elapsed: minutes < 0 ? "" : typical > 0 ? qsTr("%1′ / %2′").arg(minutes).arg(typical) : qsTr("%1′").arg(minutes)
        onClicked: grid.lobby.chooseCounter(counter)
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
                    detail: counterState === Lobby.Counter.Broken && reason !== "" ? Words.reason(reason) + " · "
                                                                                     + name : name
                    height: grid.tall * grid.machineShare
                }
            }
        }
    }
}
