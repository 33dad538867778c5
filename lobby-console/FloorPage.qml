// The whole lobby on one page: what needs a hand, the floor, who waits, what can be done about it.
import QtQuick
import QtQuick.Layouts
import Usher.Link
import Usher.Lobby
import Usher.Theme

FocusScope {
    id: page

    required property Lobby lobby
    required property Link link
    readonly property int sideWidth: Math.max(Theme.staff(440), width * (Theme.tablet ? 0.37 : 0.4))

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Slash)
            waiting.search();
        else if (event.matches(StandardKey.Undo))
            page.lobby.undo();
        else if (event.key === Qt.Key_Down || event.key === Qt.Key_Up)
            page.lobby.step(event.key === Qt.Key_Down ? 1 : -1);
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            acts.begin();
        else if (event.key === Qt.Key_Escape && !acts.back())
            page.lobby.chooseNothing();
        else
            return;
        event.accepted = true;
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        OfflineBanner {
            objectName: "unwell"
            Layout.fillWidth: true
            visible: page.lobby.unwell
            staff: true
            iconName: "alert"
            text: qsTr("Nothing can be saved just now: no new tickets, no calls.")
            detail: qsTr("Tell IT. What was done before is safe.")
        }
        ModeLine {
            objectName: "degraded"
            Layout.fillWidth: true
            Layout.leftMargin: Theme.staffMargin
            Layout.rightMargin: Theme.staffMargin
            Layout.topMargin: Theme.staffGap
            visible: page.lobby.circumstances.degraded
            lobby: page.lobby
        }
        AlertStrip {
            objectName: "alerts"
            Layout.fillWidth: true
            stale: page.link.stale
            lobby: page.lobby
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: Theme.staffMargin
            Layout.rightMargin: Theme.staffMargin
            Layout.topMargin: Theme.staffGap
            spacing: Theme.staffMargin

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                spacing: Theme.staffGap
                ZoneTable {
                    Layout.fillWidth: true
                    lobby: page.lobby
                }
                CounterGrid {
                    objectName: "floor"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    lobby: page.lobby
                }
                TodayRow {
                    Layout.fillWidth: true
                    lobby: page.lobby
                }
            }
            ColumnLayout {
                Layout.fillHeight: true
                Layout.fillWidth: false
                Layout.preferredWidth: page.sideWidth
                Layout.maximumWidth: page.sideWidth
                spacing: Theme.staffGap
                WaitingPanel {
                    id: waiting
                    visible: !(acts.tall && Theme.tablet)
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    lobby: page.lobby
                }
                ActPanel {
                    id: acts
                    objectName: "acts"
                    Layout.fillWidth: true
                    lobby: page.lobby
                    locked: page.link.stale || page.lobby.unwell
                }
            }
        }
        FootBar {
            Layout.fillWidth: true
            lobby: page.lobby
        }
    }
    StaleVeil {
        objectName: "veil"
        anchors.fill: parent
        visible: page.link.stale
        text: qsTr("This is old")
        detail: page.link.ageSeconds < 0 ? qsTr("The broker was not heard yet.") : qsTr(
                                               "The broker was last heard %1 s ago. Nothing can be done until it is back.").arg(
                                               page.link.ageSeconds)
    }
    IssuedSheet {
        anchors.fill: parent
        lobby: page.lobby
    }
    Item { // above all, so that it sees every finger; rows keep their place while one is down
        anchors.fill: parent
        PointHandler {
            acceptedButtons: Qt.AllButtons
            onActiveChanged: page.lobby.hold(active)
        }
    }
}
