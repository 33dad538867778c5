// The line on top: who is signed on, which language, where and when, and how fresh it all is.
import QtQuick
import QtQuick.Layouts
import Usher.Link
import Usher.Lobby
import Usher.Theme

Rectangle {
    id: header

    required property Lobby lobby
    required property Link link
    required property Stage stage
    readonly property bool signedOn: lobby.state === Lobby.State.Working

    implicitHeight: Theme.staffTarget + Theme.staffSpace(2)
    color: Theme.paper

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.staffMargin
        spacing: Theme.staffSpace(3)

        StaffText {
            text: qsTr("Lobby")
            role: StaffText.Role.Title
        }
        Icon {
            visible: header.signedOn
            name: "person"
            color: Theme.inkSoft
            Layout.leftMargin: Theme.staffSpace(3)
        }
        StaffText {
            visible: header.signedOn
            text: header.lobby.staff
        }
        StaffButton {
            objectName: "signOff"
            visible: header.signedOn
            enabled: !header.lobby.busy
            text: qsTr("Sign off")
            onClicked: header.lobby.signOff()
        }
        Item { Layout.fillWidth: true }
        Pill {
            objectName: "band"
            visible: header.signedOn && header.lobby.circumstances.band !== ""
            iconName: "clock"
            text: qsTr("%1 until %2").arg(header.lobby.circumstances.band).arg(header.lobby.circumstances.bandUntil)
        }
        LanguageToggle {
            staff: true
            language: header.stage.language
            onChosen: language => header.stage.language = language
        }
        StatusStrip {
            objectName: "status"
            Layout.fillHeight: true
            place: header.stage.language === "zh" ? header.link.outletZh : header.link.outletEn
            clock: header.link.clock
            stale: header.link.stale || header.lobby.unwell
            word: header.link.ageSeconds < 0 ? qsTr("no connection") : header.link.stale
                                               ? qsTr("%1 s old").arg(header.link.ageSeconds) : header.lobby.unwell
                                                 ? qsTr("cannot save") : qsTr("live")
        }
    }
    Rectangle {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Theme.hairline
        color: Theme.line
    }
}
