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
    readonly property string unwell: desk.trouble === Desk.Trouble.Unwell ? Words.trouble(desk.trouble, 0) : ""
    readonly property string refusal: RefusalText.of(desk.refusal)
    readonly property bool alarmed: !offline && (refusal !== "" || unwell !== "")
    readonly property string justDone: Words.act(desk.lastAct.act, desk.lastAct.number)

    spacing: Theme.staffSpace(0.5)

    Row { // what must be read takes all the room there is
        visible: words.alarmed
        spacing: Theme.staffSpace(1.5)
        Accessible.role: Accessible.AlertMessage
        Accessible.name: alarm.text
        Icon {
            name: words.refusal !== "" ? "alert" : "offline"
            size: Theme.staff(18)
            color: alarm.color
        }
        StaffText {
            id: alarm
            objectName: "alarm"
            width: words.width - Theme.staff(24)
            text: words.refusal !== "" ? words.refusal : words.unwell
            role: StaffText.Role.Small
            color: words.refusal !== "" ? Theme.missed : Theme.device
            wrapMode: Text.Wrap
            maximumLineCount: 3
        }
    }
    Row {
        width: parent.width
        visible: !words.alarmed
        spacing: Theme.staffSpace(1.5)
        Icon {
            id: sign
            anchors.verticalCenter: parent.verticalCenter
            name: words.offline ? "offline" : words.desk.customer.assisted ? "assist" : ""
            size: Theme.staff(18)
            color: words.offline ? Theme.device : Theme.accent
        }
        StaffText {
            objectName: "title"
            width: Math.min(implicitWidth, words.width - (sign.visible ? sign.width + parent.spacing : 0))
            text: words.offline ? Words.trouble(words.desk.trouble, words.link.ageSeconds) : words.someone
                                  ? words.desk.customer.service : words.desk.state === Desk.Paused
                                    ? qsTr("Paused: %1").arg(ReasonText.of(words.desk.reason)) : Words.state(
                                          words.desk.state)
            strong: true
            color: words.offline ? Theme.device : Theme.ink
        }
    }
    StaffText {
        visible: !words.alarmed && text !== ""
        width: parent.width
        text: words.offline ? Words.byHand : words.someone ? "" : words.justDone !== "" ? words.justDone :
                                                                                         Words.about(words.desk.state)
        role: StaffText.Role.Small
        color: words.offline ? Theme.device : Theme.inkSoft
    }
    Facts {
        visible: !words.alarmed && words.someone && !words.offline
        desk: words.desk
    }
}
