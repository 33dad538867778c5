// A page that asks one thing: its title, the way back, and room for the answers.
import QtQuick
import QtQuick.Layouts
import Usher.Counter
import Usher.Theme

FocusScope {
    id: page

    required property Desk desk
    required property string title
    property string detail: ""
    default property alias content: room.data

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.staffMargin
        spacing: Theme.staffSpace(3)

        SectionTitle {
            Layout.fillWidth: true
            text: page.title
            detail: page.detail
        }
        ColumnLayout {
            id: room
            spacing: Theme.staffSpace(3)
        }
        StaffButton {
            objectName: "back"
            Layout.fillWidth: true
            text: qsTr("Back")
            iconName: "chevron-left"
            keyHint: "Esc"
            onClicked: page.desk.back()
        }
    }
}
