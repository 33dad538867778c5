// For whoever booked ahead, wherever the services are shown.
import QtQuick
import QtQuick.Layouts
import Usher.Kiosk
import Usher.Theme

BigButton {
    required property Visit visit
    property bool brief: false
    readonly property bool offered: visit.books && visit.choices.groupName === ""

    objectName: "present"
    Layout.minimumHeight: implicitHeight
    primary: false
    prominent: !brief
    enabled: !visit.lineDown
    text: brief ? qsTr("Appointment") : qsTr("I have an appointment")
    iconName: "clock"
    onClicked: visit.present()
}
