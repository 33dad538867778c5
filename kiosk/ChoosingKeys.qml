// Back, and on to more cards where they are more than a page holds.
import QtQuick
import Usher.Kiosk
import Usher.Theme

Item {
    id: keys

    required property Visit visit
    readonly property Choices choices: visit.choices

    implicitWidth: back.width + (turner.visible ? 3 * Theme.gap + turner.implicitWidth : 0)
    implicitHeight: back.implicitHeight

    BackKey {
        id: back
        onClicked: keys.visit.back()
    }
    Row {
        id: turner
        anchors.right: parent.right
        visible: keys.choices.pages > 1
        spacing: Theme.gap
        BigButton {
            primary: false
            objectName: "previous"
            enabled: keys.choices.page > 0
            text: qsTr("Previous")
            onClicked: keys.visit.turn(-1)
        }
        PublicText {
            anchors.verticalCenter: parent.verticalCenter
            text: (keys.choices.page + 1) + " / " + keys.choices.pages
        }
        BigButton {
            primary: false
            objectName: "next"
            enabled: keys.choices.page + 1 < keys.choices.pages
            text: qsTr("More")
            onClicked: keys.visit.turn(1)
        }
    }
}
