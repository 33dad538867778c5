// Who waits: find a number, keep to a zone, choose a row.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Usher.Lobby
import Usher.Theme

Panel {
    id: panel

    required property Lobby lobby

    function search(): void {
        field.forceActiveFocus();
        field.selectAll();
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.hairline
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.margins: Theme.staffSpace(3)
            Layout.bottomMargin: Theme.staffSpace(2)
            spacing: Theme.staffMargin
            StaffText {
                text: qsTr("%1 waiting").arg(panel.lobby.today.waiting)
                role: StaffText.Role.Title
                Accessible.role: Accessible.Heading
            }
            SearchField {
                id: field
                objectName: "search"
                Layout.fillWidth: true
                placeholderText: qsTr("Find a number  /")
                clearText: qsTr("Clear")
                onTextEdited: panel.lobby.number = text
                onTextChanged: if (text === "") panel.lobby.number = ""
                Keys.onReturnPressed: found()
                Keys.onEnterPressed: found()
                function found(): void {
                    panel.lobby.step(0);
                    panel.forceActiveFocus(); // not the list: its rows would take Enter for a press
                }
                Binding {
                    target: field
                    property: "text"
                    value: panel.lobby.number
                }
            }
        }
        Flow {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.staffSpace(3)
            Layout.rightMargin: Theme.staffSpace(3)
            Layout.bottomMargin: Theme.staffSpace(2)
            spacing: Theme.staffSpace(1.5)
            Chip {
                objectName: "filter-all"
                text: qsTr("All")
                on: panel.lobby.zone === "" && !panel.lobby.away && !panel.lobby.late
                onClicked: panel.lobby.zone = ""
            }
            Repeater {
                model: panel.lobby.zones
                delegate: Chip {
                    required property string zone
                    required property string name
                    required property bool machines
                    visible: !machines
                    objectName: "filter-" + zone
                    text: name
                    on: panel.lobby.zone === zone
                    onClicked: panel.lobby.zone = zone
                }
            }
            Chip {
                objectName: "filter-late"
                text: qsTr("Will miss %1").arg(panel.lobby.today.late)
                on: panel.lobby.late
                onClicked: panel.lobby.late = true
            }
            Chip {
                objectName: "filter-away"
                text: qsTr("Set aside %1").arg(panel.lobby.today.away)
                on: panel.lobby.away
                onClicked: panel.lobby.away = true
            }
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: Theme.hairline
            color: Theme.line
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.staffSpace(3)
            Layout.rightMargin: Theme.staffSpace(3)
            Layout.topMargin: Theme.staffSpace(1)
            spacing: Theme.staffSpace(Theme.tablet ? 2 : 3)
            visible: list.count > 0 && !panel.lobby.away
            Item { Layout.fillWidth: true }
            Heading {
                Layout.preferredWidth: Theme.staff(Theme.tablet ? 136 : 164)
                text: qsTr("Waited / target")
            }
            Heading {
                Layout.preferredWidth: Theme.staff(Theme.tablet ? 84 : 122)
                horizontalAlignment: Text.AlignRight
                text: qsTr("Called in")
            }
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            ListView {
                id: list
                objectName: "waiting"
                anchors { left: parent.left; right: parent.right; top: parent.top }
                height: Math.floor(parent.height / Theme.staffRow) * Theme.staffRow // no row is cut in half
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                snapMode: ListView.SnapToItem
                cacheBuffer: 0 // rows made ahead come later, when their place may be gone
                keyNavigationEnabled: false // the page does it, and the lobby says which row
                model: panel.lobby.waiting
                currentIndex: panel.lobby.chosenRow
                onHeightChanged: if (currentIndex >= 0) positionViewAtIndex(currentIndex, ListView.Contain)
                highlightMoveDuration: Theme.motion
                highlightFollowsCurrentItem: true
                delegate: WaitingRow {
                    width: list.width
                    selected: ListView.isCurrentItem
                    onClicked: {
                        panel.lobby.chooseTicket(ticket);
                        panel.forceActiveFocus(); // not the list: its rows would take Enter for a press
                    }
                }
            }
            StaffText {
                anchors.centerIn: parent
                visible: list.count === 0
                soft: true
                text: panel.lobby.number !== "" ? qsTr("No such number today") : panel.lobby.away
                                                  ? qsTr("Nobody is set aside") : panel.lobby.late ? qsTr("Nobody is forecast to miss their target") : qsTr("Nobody is waiting")
            }
            Rectangle { // where we are in a long list
                anchors.right: parent.right
                visible: list.visibleArea.heightRatio < 1
                y: list.visibleArea.yPosition * list.height
                width: Theme.staffSpace(1)
                height: list.visibleArea.heightRatio * list.height
                radius: width / 2
                color: Theme.line
            }
        }
    }
    component Heading: StaffText {
        role: StaffText.Role.Small
        soft: true
    }
    component Chip: StaffButton {
        property bool on: false
        checked: on
        focusPolicy: Qt.TabFocus
        Accessible.role: Accessible.RadioButton
        Accessible.checkable: true
    }
}
