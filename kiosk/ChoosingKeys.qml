// Back, and on to more cards where they are more than a page holds.
import QtQuick
import Usher.Kiosk
import Usher.Theme

Item {
    id: keys

    required property Visit visit
    readonly property Choices choices: visit.choices

    implicitWidth: back.implicitWidth + (turner.visible ? 3 * Theme.gap + turner.implicitWidth : 0)
    implicitHeight: back.implicitHeight

    BigButton {
        id: back
        objectName: "back"
        primary: false
        text: qsTr("Back")
        iconName: "chevron-left"
        onClicked: keys.visit.back()
    }
    Row {
        id: turner
        anchors.right: parent.right
        visible: keys.choices.pages > 1
        spacing: Theme.gap
        BigButton {
            objectName: "previous"
            primary: false
            enabled: keys.choices.page > 0
            text: qsTr("Previous")
            onClicked: keys.visit.turn(-1)
        }
        PublicText {
            anchors.verticalCenter: parent.verticalCenter
            text: (keys.choices.page + 1) + " / " + keys.choices.pages
        }
        BigButton {
            objectName: "next"
            primary: false
            enabled: keys.choices.page + 1 < keys.choices.pages
            text: qsTr("More")
            onClicked: keys.visit.turn(1)
        }
    }
}
