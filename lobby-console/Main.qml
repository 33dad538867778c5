// The window of the lobby console: who it is for, then the floor, and how fresh all of it is.
pragma ComponentBehavior: Bound
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

    width: 1920
    height: 1080
    minimumWidth: 1180
    minimumHeight: 720
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
    Loader {
        anchors { left: parent.left; right: parent.right; top: header.bottom; bottom: parent.bottom }
        focus: true
        sourceComponent: window.lobby.state === Lobby.State.Working ? floor : window.lobby.state
                                                                     === Lobby.State.SignedOff ? door : nothing
    }
    Component {
        id: floor
        FloorPage {
            focus: true
            lobby: window.lobby
            link: window.link
        }
    }
    Component {
        id: door
        SignOnPage {
            focus: true
            lobby: window.lobby
        }
    }
    Component {
        id: nothing
        Item {
            Column {
                anchors.centerIn: parent
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
                    text: window.lobby.state === Lobby.State.Denied
                          ? qsTr("This console is not admitted") : qsTr("Connecting to the broker")
                }
                StaffText {
                    anchors.horizontalCenter: parent.horizontalCenter
                    soft: true
                    text: window.lobby.state === Lobby.State.Denied
                          ? qsTr("Its key is unknown or was revoked. The administrator can enrol it again.")
                          : qsTr("Nothing is shown until the whole picture is here.")
                }
            }
        }
    }
}
