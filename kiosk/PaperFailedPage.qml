// The slip did not come out: keep the number off the screen, or go without.
import QtQuick
import QtQuick.Layouts
import Usher.Kiosk
import Usher.Theme

NumberPage {
    id: page
    pressing: [
        Advice {
            Layout.fillWidth: true
            visit: page.visit
            code: false
            text: qsTr("The slip could not be printed")
            detail: qsTr("You can keep your number all the same: photograph it or remember it.")
        },
        BigButton {
            objectName: "keep"
            Layout.fillWidth: true
            text: qsTr("Keep this number")
            onClicked: page.visit.keep()
        },
        BigButton {
            objectName: "decline"
            Layout.fillWidth: true
            primary: false
            text: qsTr("Go without a number")
            onClicked: page.visit.decline()
        }
    ]
}
