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
    property string mode: "" ///< "", "send", "promote", "take", "whatif", "other"
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

    readonly property bool tall: mode === "whatif" || mode === "other"
    readonly property real most: !tall ? Theme.staff(360) : Theme.tablet ? parent.height : Math.max(
                                                                                Theme.staff(360), parent.height * 0.72)

    // At least one row of acts; more of them cover the end of the list above, which keeps its place.
    implicitHeight: tall && Theme.tablet ? most : Math.min(most, Math.max(2 * Theme.staffTarget, Theme.staffTarget
                                                        + kinds.implicitHeight) + Theme.staffGap + Theme.staffSpace(6))
    border.color: chosen.kind === Lobby.Kind.Nothing ? Theme.line : Theme.edge
    onModeChanged: {
        settle();
        if (mode !== "whatif")
            lobby.trial.drop();
    }
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
            id: scroller
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            contentHeight: kinds.implicitHeight
            boundsBehavior: Flickable.StopAtBounds
            interactive: contentHeight > height

            ScrollMarks {
                parent: scroller
                anchors.fill: parent
                z: 1
                of: scroller
            }
            Column {
                id: kinds
                width: parent.width - Theme.staffSpace(2) // beside the mark of where one is
                StaffButton {
                    objectName: "give"
                    enabled: panel.canAct
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
                    onAsked: mode => panel.mode = mode
                }
                TrialPage {
                    onVisibleChanged: if (visible && panel.byKeyboard) panel.begin()
                    width: parent.width
                    visible: panel.mode === "whatif"
                    lobby: panel.lobby
                    locked: panel.locked
                    canAct: panel.canAct
                    onDone: panel.mode = ""
                }
                OtherWorkPage {
                    objectName: "otherWork"
                    onVisibleChanged: if (visible && panel.byKeyboard) panel.begin()
                    width: parent.width
                    visible: panel.mode === "other"
                    lobby: panel.lobby
                    canAct: panel.canAct
                    onDone: panel.mode = ""
                }
                ActChoices {
                    onShown: if (panel.byKeyboard) panel.begin()
                    width: parent.width
                    lobby: panel.lobby
                    mode: panel.mode
                    canAct: panel.canAct
                    onDone: panel.mode = ""
                }
            }
        }
    }
    MouseArea {
        anchors.fill: parent
        visible: settling.running && Theme.doubleTap > 0
    }
}
