// Who sits down, and where: number, counter, PIN. The PIN leaves the pad only for the desk.
import QtQuick
import QtQuick.Layouts
import Usher.Counter
import Usher.Theme

FocusScope {
    id: page

    required property Desk desk
    property string seat: desk.homeCounter

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.staffMargin
        anchors.topMargin: Theme.staffSpace(3)
        spacing: Theme.staffSpace(2)

        RowLayout {
            Layout.fillWidth: true
            SectionTitle {
                Layout.fillWidth: true
                text: qsTr("Sign on")
            }
            StaffText {
                text: qsTr("Staff number")
                soft: true
            }
            Field {
                id: staff
                objectName: "staff"
                focus: true
                name: qsTr("Staff number")
                maximumLength: 31
                inputMethodHints: Qt.ImhDigitsOnly
                onAccepted: seats.forceActiveFocus(Qt.TabFocusReason)
            }
        }
        SeatGrid {
            id: seats
            objectName: "seats"
            Layout.fillWidth: true
            Layout.leftMargin: -Theme.staffSpace(0.5)
            Layout.rightMargin: -Theme.staffSpace(0.5)
            model: page.desk.seats
            chosen: page.seat
            onPicked: key => {
                page.seat = key;
                pad.forceActiveFocus(Qt.TabFocusReason);
            }
        }
        Item { Layout.fillHeight: true }
        StaffText {
            Layout.alignment: Qt.AlignHCenter
            text: staff.text === "" ? qsTr("Type your staff number first") : page.seat === "" ? qsTr("Choose a counter") :
                                                                                        qsTr("PIN")
            soft: true
        }
        Keypad {
            id: pad
            objectName: "pad"
            Layout.alignment: Qt.AlignHCenter
            activeFocusOnTab: true
            enabled: staff.text !== "" && page.seat !== "" && !page.desk.busy
            name: qsTr("PIN")
            deleteText: qsTr("Delete")
            acceptText: qsTr("Sign on")
            onSubmitted: pin => page.desk.signOn(staff.text, pin, page.seat)
        }
        Item { Layout.fillHeight: true }
    }
}
