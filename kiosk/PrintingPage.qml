// The number is there; the slip is on its way.
import QtQuick
import QtQuick.Layouts
import Usher.Kiosk

NumberPage {
    id: page
    facts: false
    pressing: Advice {
        Layout.fillWidth: true
        visit: page.visit
        code: false
        text: qsTr("Your slip is being printed")
        detail: qsTr("Please wait for it.")
    }
}
