// Two lines in the middle of the bar: the service and its times, or what there is to know instead.
import QtQuick
import Usher.Counter
import Usher.Link
import Usher.Theme

Column {
    id: words

    required property Desk desk
    required property Link link
    readonly property bool offline: desk.state === Desk.Offline
    readonly property bool someone: desk.customer.number !== ""
    readonly property bool troubled: offline || desk.trouble === Desk.Trouble.Unwell
    readonly property string refusal: RefusalText.of(desk.refusal)
    readonly property string justDone: Words.act(desk.lastAct.act, desk.lastAct.number)

    spacing: Theme.staffSpace(0.5)

    Row {
        width: parent.width
        spacing: Theme.staffSpace(1.5)
        Icon {
            id: sign
            anchors.verticalCenter: parent.verticalCenter
            name: words.troubled ? "offline" : words.desk.customer.assisted ? "assist" : ""
            size: Theme.staff(18)
            color: words.troubled ? Theme.device : Theme.accent
        }
        StaffText {
            objectName: "title"
            width: Math.min(implicitWidth, words.width - (sign.visible ? sign.width + parent.spacing : 0))
            text: words.troubled ? Words.trouble(words.desk.trouble, words.link.ageSeconds) : words.someone
                                   ? words.desk.customer.service : words.desk.state === Desk.Paused
                                     ? qsTr("Paused: %1").arg(ReasonText.of(words.desk.reason)) : Words.state(
                                           words.desk.state)
            strong: true
            color: words.troubled ? Theme.device : Theme.ink
        }
    }
    Row {
        visible: words.refusal !== ""
        spacing: Theme.staffSpace(1.5)
        Accessible.role: Accessible.AlertMessage
        Accessible.name: words.refusal
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "alert"
            size: Theme.staff(14)
            color: Theme.missed
        }
        StaffText {
            objectName: "refusal"
            width: Math.min(implicitWidth, words.width - Theme.staff(20))
            text: words.refusal
            role: StaffText.Role.Small
            color: Theme.missed
        }
    }
    StaffText {
        visible: words.refusal === "" && text !== ""
        width: parent.width
        text: words.offline ? Words.byHand : words.someone ? "" : words.justDone !== "" ? words.justDone :
                                                                                         Words.about(words.desk.state)
        role: StaffText.Role.Small
        color: words.offline ? Theme.device : Theme.inkSoft
    }
    Facts {
        visible: words.refusal === "" && words.someone && !words.offline
        desk: words.desk
    }
}
