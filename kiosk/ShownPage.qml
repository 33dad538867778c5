// A number without paper: it stays here until somebody says that they have it.
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
            text: page.visit.paperUnknown ? qsTr("Did a slip come out?") : qsTr("Please photograph this number")
            detail: page.visit.paperUnknown ? qsTr("If not, photograph this number. It is good all the same.")
                    : page.next !== "" ? page.next : qsTr("The number is good without a slip.")
        },
        BigButton {
            objectName: "done"
            Layout.fillWidth: true
            text: qsTr("I have my number")
            onClicked: page.visit.done()
        }
    ]
}
