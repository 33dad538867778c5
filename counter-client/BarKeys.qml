// What else a teller may do, always in the same place: it is greyed, never gone.
import QtQuick
import Usher.Counter
import Usher.Theme

Row {
    id: keys

    required property Desk desk

    spacing: Theme.staffSpace(1)

    BarKey {
        objectName: "recall"
        text: qsTr("Recall")
        hint: "F7"
        enabled: keys.desk.canRecall
        onClicked: keys.desk.recall()
    }
    BarKey {
        objectName: "hold"
        text: keys.desk.held.count > 0 ? qsTr("Hold (%1)").arg(keys.desk.held.count) : qsTr("Hold")
        hint: "Ctrl+F7"
        enabled: keys.desk.canSendOn || keys.desk.held.count > 0 && !keys.desk.busy
        onClicked: keys.desk.canSendOn ? keys.desk.hold() : keys.desk.open(Desk.Page.Held)
    }
    BarKey {
        objectName: "transfer"
        text: qsTr("Transfer")
        hint: "Ctrl+F9"
        enabled: keys.desk.canSendOn
        onClicked: keys.desk.open(Desk.Page.Transfer)
    }
    BarKey {
        objectName: "noShow"
        width: Theme.staff(104) // room for why not
        text: qsTr("No-show")
        hint: keys.desk.canRecall && !keys.desk.canMiss ? Words.recalls(keys.desk.customer.recallsMissing) : "Shift+F8"
        enabled: keys.desk.canMiss
        onClicked: keys.desk.noShow()
    }
    BarKey {
        readonly property bool paused: keys.desk.state === Desk.Paused
        objectName: "pause"
        text: paused ? qsTr("Resume") : qsTr("Pause")
        hint: "F6"
        enabled: keys.desk.canPause
        onClicked: paused ? keys.desk.resume() : keys.desk.open(Desk.Page.Pause)
    }
    BarKey {
        readonly property bool possible: keys.desk.lastAct.act !== ""
        objectName: "undo"
        text: possible ? qsTr("Undo %1").arg(keys.desk.lastAct.remaining) : qsTr("Undo")
        hint: "Ctrl+Z"
        lit: possible
        enabled: possible && !keys.desk.busy
        onClicked: keys.desk.undo()
    }
}
