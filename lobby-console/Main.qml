// The window of the lobby console: who it is for, then the floor, and how fresh all of it is.
import QtQuick
import QtQuick.Window
import Usher.Link
import Usher.Lobby
import Usher.Theme

Window {
    id: window

    required property Lobby lobby
    required property Link link
    required property Stage stage
    required property bool windowed
    readonly property bool denied: lobby.state === Lobby.State.Denied

    width: 1920
    height: 1080
    minimumWidth: 1180
    minimumHeight: 720
    visible: true
    visibility: windowed ? Window.Windowed : Window.FullScreen
    color: Theme.paper
    title: qsTr("Lobby console")

    Binding {
        target: Theme
        property: "tablet"
        value: window.width < 1600
    }
    Header {
        id: header
        anchors { left: parent.left; right: parent.right; top: parent.top }
        lobby: window.lobby
        link: window.link
        stage: window.stage
    }
    FloorPage {
        anchors { left: parent.left; right: parent.right; top: header.bottom; bottom: parent.bottom }
        visible: window.lobby.state === Lobby.State.Working
        focus: visible
        lobby: window.lobby
        link: window.link
    }
    SignOnPage {
        anchors { left: parent.left; right: parent.right; top: header.bottom; bottom: parent.bottom }
        visible: window.lobby.state === Lobby.State.SignedOff
        focus: visible
        lobby: window.lobby
    }
    Column {
        anchors.centerIn: parent
        visible: window.denied || window.lobby.state === Lobby.State.Connecting
        spacing: Theme.staffSpace(3)
        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "offline"
            size: Theme.staffHero
            color: Theme.device
        }
        StaffText {
            objectName: "nothingYet"
            anchors.horizontalCenter: parent.horizontalCenter
            role: StaffText.Role.Heading
            text: window.denied ? qsTr("This console is not admitted") : qsTr("Connecting to the broker")
        }
        StaffText {
            anchors.horizontalCenter: parent.horizontalCenter
            soft: true
            text: window.denied ? qsTr("Its key is unknown or was revoked. The administrator can enrol it again.")
                                : qsTr("Nothing is shown until the whole picture is here.")
        }
    }
}
