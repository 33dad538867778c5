// What can be done about a ticket.
import QtQuick
import Usher.Lobby
import Usher.Theme

Flow {
    id: acts

    required property Lobby lobby
    required property bool canAct
    readonly property var chosen: lobby.chosen
    signal asked(string mode)

    spacing: Theme.staffGap

    StaffButton {
        objectName: "send"
        visible: acts.chosen.movable
        enabled: acts.canAct
        text: qsTr("Send to…")
        iconName: "transfer"
        onClicked: acts.asked("send")
    }
    StaffButton {
        objectName: "promote"
        visible: acts.chosen.promotable
        enabled: acts.canAct
        text: qsTr("Bring forward…")
        iconName: "play"
        onClicked: acts.asked("promote")
    }
    StaffButton {
        objectName: "resume"
        visible: acts.chosen.resumable
        enabled: acts.canAct
        text: qsTr("Back in line")
        iconName: "recall"
        onClicked: acts.lobby.resume()
    }
    StaffButton {
        objectName: "printed"
        visible: acts.chosen.paperUnknown
        enabled: acts.canAct
        text: qsTr("It was printed")
        iconName: "printer"
        onClicked: acts.lobby.confirmPaper()
    }
    StaffButton {
        objectName: "cancel"
        visible: acts.chosen.cancellable
        enabled: acts.canAct
        text: qsTr("Cancel ticket")
        iconName: "x"
        onClicked: acts.lobby.cancel()
    }
    StaffText {
        visible: !acts.chosen.movable && !acts.chosen.resumable && !acts.chosen.cancellable
        height: Theme.staffTarget
        soft: true
        text: qsTr("Nothing to be done from here.")
    }
}
