// What can be done about the ticket or counter that is chosen; with nothing chosen, a ticket can be
// given to somebody who needs help. It has one height, so that nothing above it jumps.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Usher.Lobby
import Usher.Theme

Panel {
    id: panel

    required property Lobby lobby
    property bool locked: false ///< what is shown is old, or nothing is taken in
    property string mode: "" ///< "", "send", "promote", "take"
    readonly property var chosen: lobby.chosen
    readonly property bool canAct: !locked && !lobby.busy

    /// The keyboard goes on here.
    function begin(): void {
        const first = nextItemInFocusChain(true);
        if (first)
            first.forceActiveFocus(Qt.TabFocusReason);
    }
    /// One step back; false if there is none.
    function back(): bool {
        const was = mode;
        mode = "";
        return was !== "";
    }

    implicitHeight: Theme.staff(Theme.tablet ? 204 : 232)
    border.color: chosen.kind === Lobby.Kind.Nothing ? Theme.line : Theme.edge
    Connections {
        target: panel.lobby
        function onChosenSubjectChanged(): void { panel.mode = ""; }
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.staffSpace(3)
        spacing: Theme.staffGap

        ChosenTitle {
            Layout.fillWidth: true
            lobby: panel.lobby
            mode: panel.mode
            onBack: panel.back()
        }
        Flickable {
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            contentHeight: flow.implicitHeight
            boundsBehavior: Flickable.StopAtBounds
            interactive: contentHeight > height
            Loader {
                id: flow
                width: parent.width
                sourceComponent: panel.mode === "send" ? send : panel.mode === "promote" ? promote : panel.mode
                                                       === "take" ? take : panel.chosen.kind === Lobby.Kind.Ticket
                                                                    ? ticket : panel.chosen.kind === Lobby.Kind.Nothing
                                                                      ? nothing : counter
            }
        }
    }
    Component {
        id: nothing
        Flow {
            spacing: Theme.staffGap
            Act {
                objectName: "give"
                text: qsTr("Give an assisted ticket")
                iconName: "assist"
                onClicked: panel.mode = "take"
            }
        }
    }
    Component {
        id: ticket
        TicketActs {
            lobby: panel.lobby
            canAct: panel.canAct
            onAsked: mode => panel.mode = mode
        }
    }
    Component {
        id: counter
        CounterActs {
            lobby: panel.lobby
            canAct: panel.canAct
        }
    }
    Component {
        id: send
        Flow {
            spacing: Theme.staffGap
            Repeater {
                model: panel.lobby.places
                delegate: Act {
                    required property string key
                    required property string name
                    required property int number
                    required property int open
                    objectName: "place-" + key
                    text: number > 0 ? qsTr("%1 · %2").arg(number).arg(name) : name
                    iconName: number > 0 ? "desk" : "transfer"
                    enabled: panel.canAct && open !== 0
                    onClicked: {
                        panel.lobby.redirect(key);
                        panel.mode = "";
                    }
                }
            }
        }
    }
    Component {
        id: promote
        Flow {
            spacing: Theme.staffGap
            Repeater {
                model: Words.promoteReasons
                delegate: Act {
                    required property string modelData
                    objectName: "reason-" + modelData
                    text: Words.reason(modelData)
                    onClicked: {
                        panel.lobby.promote(modelData);
                        panel.mode = "";
                    }
                }
            }
        }
    }
    Component {
        id: take
        Flow {
            spacing: Theme.staffGap
            Repeater {
                model: panel.lobby.services
                delegate: Act {
                    required property string key
                    required property string name
                    objectName: "service-" + key
                    text: name
                    onClicked: {
                        panel.lobby.take(key);
                        panel.mode = "";
                    }
                }
            }
        }
    }
    component Act: StaffButton {
        enabled: panel.canAct
    }
}
