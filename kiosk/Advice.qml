// What to do now, beside the code that leads to the phone page.
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
    implicitHeight: row.implicitHeight + 2 * Theme.publicSpace(3)

    RowLayout {
        id: row
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        anchors.margins: Theme.publicSpace(3)
        spacing: Theme.publicSpace(4)
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.publicSpace(1.5)
            PublicText {
                objectName: "advice"
                Layout.fillWidth: true
                role: PublicText.Role.Title
                text: advice.text
            }
            PublicText {
                Layout.fillWidth: true
                visible: text !== ""
                text: advice.detail
            }
            PublicText {
                Layout.fillWidth: true
                visible: advice.visit.cardInside
                color: Theme.accent
                font.weight: Theme.weightStrong
                text: qsTr("Please take your card.")
            }
            PublicText {
                Layout.fillWidth: true
                visible: qr.visible
                soft: true
                text: qsTr("Scan the code to follow your number on your phone.")
            }
        }
        QrCode {
            id: qr
            visible: advice.code && count > 0
            name: qsTr("Code for your phone")
            matrix: advice.visit.ticket.code
        }
    }
}
