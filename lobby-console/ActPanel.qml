// What can be done about the ticket or counter that is chosen; with nothing chosen, a ticket can be
// given to somebody who needs help.
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
    property bool byKeyboard: false // then the focus follows from one step to the next
    readonly property var chosen: lobby.chosen
    readonly property bool canAct: !locked && !lobby.busy

    /// The keyboard goes on here.
    function begin(): void {
        byKeyboard = true;
        const first = firstIn(kinds);
        if (first)
            first.forceActiveFocus(Qt.TabFocusReason);
    }
    function firstIn(item: Item): Item {
        for (let i = 0; i < item.children.length; ++i) {
            const child = item.children[i];
            if (!child.visible || !child.enabled)
                continue;
            const found = child.activeFocusOnTab ? child : firstIn(child);
            if (found)
                return found;
        }
        return null;
    }
    /// One step back; false if there is none.
    function back(): bool {
        const was = mode;
        mode = "";
        return was !== "";
    }

    // At least one row of acts; more of them cover the end of the list above, which keeps its place.
    implicitHeight: Math.min(Theme.staff(360), Math.max(2 * Theme.staffTarget, Theme.staffTarget
                                                        + kinds.implicitHeight) + Theme.staffGap + Theme.staffSpace(6))
    border.color: chosen.kind === Lobby.Kind.Nothing ? Theme.line : Theme.edge
    onModeChanged: settle()
    /// What is here has changed: presses wait a moment.
    function settle(): void {
        if (Theme.doubleTap > 0)
            settling.restart();
    }
    // The second tap of a double tap must not press what has just come under the finger.
    Timer {
        id: settling
        interval: Theme.doubleTap
    }
    Connections {
        target: panel.lobby
        function onChosenSubjectChanged(): void {
            panel.settle();
            panel.byKeyboard = false;
            panel.mode = "";
        }
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
            contentHeight: kinds.implicitHeight
            boundsBehavior: Flickable.StopAtBounds
            interactive: contentHeight > height

            Column {
                id: kinds
                width: parent.width
                Act {
                    objectName: "give"
                    visible: panel.mode === "" && panel.chosen.kind === Lobby.Kind.Nothing
                    text: qsTr("Give an assisted ticket")
                    iconName: "assist"
                    onClicked: panel.mode = "take"
                }
                TicketActs {
                    onVisibleChanged: if (visible && panel.byKeyboard) panel.begin()
                    width: parent.width
                    visible: panel.mode === "" && panel.chosen.kind === Lobby.Kind.Ticket
                    lobby: panel.lobby
                    canAct: panel.canAct
                    onAsked: mode => panel.mode = mode
                }
                CounterActs {
                    width: parent.width
                    visible: panel.mode === "" && panel.chosen.kind > Lobby.Kind.Ticket
                    lobby: panel.lobby
                    canAct: panel.canAct
                }
                Choices {
                    visible: panel.mode === "send"
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
                Choices {
                    visible: panel.mode === "promote"
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
                Choices {
                    visible: panel.mode === "take"
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
        }
    }
    MouseArea {
        anchors.fill: parent
        visible: settling.running && Theme.doubleTap > 0
    }
    component Choices: Flow {
        onVisibleChanged: if (visible && panel.byKeyboard) panel.begin()
        width: parent.width
        spacing: Theme.staffGap
    }
    component Act: StaffButton {
        enabled: panel.canAct
    }
}
