// The counter's state in a word, and beside it what a teller should know about it.
import QtQuick
import Usher.Counter
import Usher.Link
import Usher.Theme

Row {
    id: line

    required property Desk desk
    readonly property customer who: desk.customer

    height: Theme.staff(32)
    spacing: Theme.staffSpace(2)

    StaffText {
        height: parent.height
        text: line.desk.state === Desk.Paused ? qsTr("Paused: %1").arg(ReasonText.of(line.desk.reason)) : Words.state(
                                                    line.desk.state)
        role: StaffText.Role.Title
    }
    StaffText {
        height: parent.height
        visible: text !== ""
        text: line.who.service
        role: StaffText.Role.Title
        strong: false
        soft: true
    }
    Pill {
        anchors.verticalCenter: parent.verticalCenter
        visible: line.who.tier !== ""
        text: line.who.tier
        iconName: line.who.assisted ? "assist" : ""
        level: line.who.assisted ? Theme.Level.Act : Theme.Level.Calm
    }
    Pill {
        anchors.verticalCenter: parent.verticalCenter
        visible: line.desk.closing
        text: Words.closing
        level: Theme.Level.WillMiss
    }
}
