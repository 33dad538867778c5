// The number of a ticket given out here, large enough to be read to its holder.
import QtQuick
import Usher.Lobby
import Usher.Theme

Question {
    id: sheet

    required property Lobby lobby

    name: qsTr("Ticket %1").arg(lobby.issued.number)
    staff: true
    visible: lobby.issued.number !== ""
    onVisibleChanged: if (visible) close.forceActiveFocus()
    Keys.onEscapePressed: lobby.forgetIssued()

    StaffText {
        anchors.horizontalCenter: parent.horizontalCenter
        text: qsTr("The customer's number")
        soft: true
    }
    TicketNumber {
        objectName: "issuedNumber"
        anchors.horizontalCenter: parent.horizontalCenter
        text: sheet.lobby.issued.number
        pixelSize: Theme.staff(120)
    }
    StaffText {
        anchors.horizontalCenter: parent.horizontalCenter
        role: StaffText.Role.Heading
        text: sheet.lobby.issued.zone
    }
    StaffText {
        anchors.horizontalCenter: parent.horizontalCenter
        text: qsTr("%1 ahead").arg(sheet.lobby.issued.ahead) + (sheet.lobby.issued.low < 0 ? "" : " · " + Words.range(
                                                                     sheet.lobby.issued.low, sheet.lobby.issued.high))
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.staffGap
        StaffButton {
            id: close
            objectName: "closeIssued"
            text: qsTr("Done")
            kind: StaffButton.Kind.Primary
            onClicked: sheet.lobby.forgetIssued()
        }
        StaffButton {
            objectName: "undoIssued"
            visible: sheet.lobby.done.seconds > 0
            text: qsTr("Undo") + " " + sheet.lobby.done.seconds
            iconName: "undo"
            onClicked: sheet.lobby.undo()
        }
    }
}
