// How long the customer waited and how long this takes, in one line; late says so by shape too.
import QtQuick
import Usher.Counter
import Usher.Theme

Row {
    id: facts

    required property Desk desk
    readonly property customer who: desk.customer
    readonly property bool calling: desk.state === Desk.Calling

    spacing: Theme.staffSpace(1.5)

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        name: facts.who.waitedTooLong ? Theme.levelIcon(Theme.Level.Missed) : ""
        size: Theme.staff(14)
        color: Theme.missed
    }
    StaffText {
        text: qsTr("waited %1′").arg(facts.who.waited)
        role: StaffText.Role.Small
        color: facts.who.waitedTooLong ? Theme.missed : Theme.inkSoft
        strong: facts.who.waitedTooLong
    }
    Item { width: Theme.staffSpace(1.5); height: 1 }
    Icon {
        anchors.verticalCenter: parent.verticalCenter
        name: facts.who.takesLong ? Theme.levelIcon(Theme.Level.WillMiss) : ""
        size: Theme.staff(14)
        color: Theme.willMiss
    }
    StaffText {
        text: facts.calling ? qsTr("called %1").arg(Words.span(facts.who.elapsed)) :
                              qsTr("%1 of %2′").arg(Words.span(facts.who.elapsed)).arg(facts.who.typical)
        role: StaffText.Role.Small
        color: facts.who.takesLong ? Theme.willMiss : Theme.inkSoft
        strong: facts.who.takesLong
    }
}
