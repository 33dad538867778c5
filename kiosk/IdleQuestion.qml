// Asks whether somebody is still here, and counts down to the next customer.
import QtQuick
import Usher.Kiosk
import Usher.Theme

Question {
    id: question

    required property Visit visit

    visible: visit.counting
    name: heading.text

    PublicText {
        id: heading
        anchors.horizontalCenter: parent.horizontalCenter
        role: PublicText.Role.Heading
        text: qsTr("Are you still there?")
    }
    CountdownRing {
        anchors.horizontalCenter: parent.horizontalCenter
        name: qsTr("Seconds left")
        remaining: question.visit.secondsLeft
        total: question.visit.secondsTotal
    }
    PublicText {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(implicitWidth, Theme.mm(150))
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: qsTr("Then this page closes and your choices are cleared.")
    }
    BigButton {
        objectName: "continue"
        anchors.horizontalCenter: parent.horizontalCenter
        width: Theme.mm(150)
        implicitHeight: Theme.mm(28)
        text: qsTr("Continue")
        onClicked: question.visit.stay()
    }
}
