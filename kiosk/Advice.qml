// What to do now, and the code that leads to the phone page.
import QtQuick
import QtQuick.Layouts
import Usher.Kiosk
import Usher.Theme

Panel {
    id: advice

    required property Visit visit
    required property string text
    property string detail: ""
    property bool code: true

    staff: false
    implicitHeight: column.implicitHeight + 2 * Theme.publicSpace(3)

    ColumnLayout {
        id: column
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        anchors.margins: Theme.publicSpace(3)
        spacing: Theme.publicSpace(1)

        PublicText {
            objectName: "advice"
            Layout.fillWidth: true
            role: PublicText.Role.Title
            text: advice.text
        }
        PublicText {
            objectName: "adviceDetail"
            Layout.fillWidth: true
            visible: text !== ""
            text: advice.detail
        }
        PublicText {
            objectName: "takeCard"
            Layout.fillWidth: true
            visible: advice.visit.cardInside
            color: Theme.accent
            font.weight: Theme.weightStrong
            text: qsTr("Please take your card.")
        }
        RowLayout {
            Layout.fillWidth: true
            visible: qr.visible
            spacing: Theme.publicSpace(3)
            PublicText {
                Layout.fillWidth: true
                soft: true
                text: qsTr("Scan to follow your number on your phone.")
            }
            QrCode {
                id: qr
                visible: advice.code && count > 0
                name: qsTr("Code for your phone")
                size: Theme.mm(Theme.large ? 40 : 50)
                matrix: advice.visit.ticket.code
            }
        }
    }
}
