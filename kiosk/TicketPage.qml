// The slip is out: take it, sit down.
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
            text: qsTr("Please take your slip")
            detail: page.next
        },
        BigButton {
            objectName: "done"
            Layout.fillWidth: true
            text: qsTr("Done")
            onClicked: page.visit.done()
        }
    ]
}
