// The keys of the bar once more, two in a row and with their full names.
import QtQuick
import QtQuick.Layouts
import Usher.Counter
import Usher.Theme

GridLayout {
    id: keys

    required property Desk desk
    readonly property bool paused: desk.state === Desk.Paused

    columns: 2
    columnSpacing: Theme.staffGap
    rowSpacing: Theme.staffGap

    StaffButton {
        objectName: "recall"
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        text: qsTr("Recall")
        iconName: "recall"
        keyHint: "F7"
        enabled: keys.desk.canRecall
        onClicked: keys.desk.recall()
    }
    StaffButton {
        objectName: "noShow"
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        text: qsTr("No-show")
        iconName: "x"
        keyHint: keys.desk.canRecall && !keys.desk.canMiss ? Words.recalls(keys.desk.customer.recallsMissing) : "Shift+F8"
        enabled: keys.desk.canMiss
        onClicked: keys.desk.noShow()
    }
    StaffButton {
        objectName: "hold"
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        text: qsTr("Hold")
        iconName: "hold"
        keyHint: "Ctrl+F7"
        enabled: keys.desk.canSendOn
        onClicked: keys.desk.hold()
    }
    StaffButton {
        objectName: "transfer"
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        text: qsTr("Transfer")
        iconName: "transfer"
        keyHint: "Ctrl+F9"
        enabled: keys.desk.canSendOn
        onClicked: keys.desk.open(Desk.Page.Transfer)
    }
    StaffButton {
        objectName: "pause"
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        text: keys.paused ? qsTr("Resume") : qsTr("Pause")
        iconName: keys.paused ? "play" : "pause"
        keyHint: "F6"
        enabled: keys.desk.canPause
        onClicked: keys.paused ? keys.desk.resume() : keys.desk.open(Desk.Page.Pause)
    }
    StaffButton {
        objectName: "signOff"
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        text: qsTr("Sign off")
        iconName: "key"
        enabled: keys.desk.canSignOff
        onClicked: keys.desk.signOff()
    }
}
