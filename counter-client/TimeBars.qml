// The customer's wait against what was promised, and this service against how long it usually takes.
import QtQuick
import QtQuick.Layouts
import Usher.Counter
import Usher.Theme

GridLayout {
    id: bars

    required property Desk desk
    readonly property customer who: desk.customer
    readonly property bool serving: desk.state === Desk.Serving || desk.state === Desk.Offline
    readonly property int words: Theme.staff(112)

    columns: 2
    columnSpacing: Theme.staffSpace(3)
    rowSpacing: Theme.staffSpace(2)

    StaffText {
        text: qsTr("Waited")
        soft: true
    }
    LimitBar {
        Layout.fillWidth: true
        value: bars.who.waited
        limit: bars.who.target
        level: bars.who.waitedTooLong ? Theme.Level.Missed : Theme.Level.Calm
        word: qsTr("%1′ of %2′").arg(bars.who.waited).arg(bars.who.target)
        wordWidth: bars.words
    }
    StaffText {
        text: bars.serving ? qsTr("Serving") : qsTr("Called")
        soft: true
    }
    LimitBar {
        Layout.fillWidth: true
        value: bars.serving ? bars.who.elapsed / 60 : NaN
        limit: bars.who.typical
        level: bars.who.takesLong ? Theme.Level.WillMiss : Theme.Level.Calm
        word: bars.serving ? qsTr("%1 of %2′").arg(Words.span(bars.who.elapsed)).arg(bars.who.typical) : qsTr(
                                 "%1 ago").arg(Words.span(bars.who.elapsed))
        wordWidth: bars.words
    }
}
