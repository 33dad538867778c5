// What would happen if: one change at the chosen counter, and what it would do to whom. From here
// it can be done for real, where there is a command for it; nothing is done by itself.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Usher.Lobby
import Usher.Theme

ColumnLayout {
    id: page

    required property Lobby lobby
    property bool locked: false ///< what is shown is old, or nothing is taken in
    property bool canAct: false
    readonly property Trial trial: lobby.trial
    readonly property bool asking: trial.state === Trial.State.Asking
    readonly property bool told: trial.state === Trial.State.Told
    readonly property bool opens: trial.what === Trial.What.Open
    readonly property bool closes: trial.what === Trial.What.Close
    readonly property bool forAWhile: trial.what === Trial.What.Help || trial.what === Trial.What.TakeOver
    readonly property bool doable: opens && lobby.chosen.openable || closes && lobby.chosen.closable
    readonly property bool better: trial.said.length > 0 && trial.said[0].direction < 0
    readonly property bool old: trial.effect.age >= 2 ///< the hall has moved on since
    signal done

    function act(): void {
        if (forAWhile)
            lobby.adopt(span.minutes);
        else if (opens)
            lobby.open();
        else
            lobby.close();
        done();
    }
    onVisibleChanged: span.wished = 0

    spacing: Theme.staffGap

    TrialWords {
        id: say
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.staffGap
        Repeater {
            model: page.trial.choices
            delegate: StaffButton {
                required property string key
                required property int what
                required property int minutes
                required property string zone
                objectName: "try-" + key
                enabled: !page.locked
                checked: page.trial.tried === key
                text: Words.choice(what, minutes, zone)
                onClicked: page.trial.ask(key)
            }
        }
    }
    StaffText {
        Layout.fillWidth: true
        visible: page.trial.state === Trial.State.Nothing
        text: qsTr("Nothing is changed by asking.")
        soft: true
    }
    RowLayout {
        objectName: "asking"
        visible: page.asking
        spacing: Theme.staffSpace(3)
        WorkingRing {
            name: playing.text
        }
        StaffText {
            id: playing
            Layout.fillWidth: true
            text: qsTr("Playing the rest of the day, many times over…")
            soft: true
        }
    }
    RowLayout {
        visible: page.trial.state === Trial.State.Refused
        spacing: Theme.staffSpace(2)
        Icon {
            name: "alert"
            color: Theme.willMiss
        }
        StaffText {
            objectName: "trialRefusal"
            Layout.fillWidth: true
            text: say.refusal(page.trial.refusal)
            color: Theme.willMiss
            wrapMode: Text.Wrap
        }
    }
    StaffText {
        objectName: "verdict"
        Layout.fillWidth: true
        visible: page.told
        text: qsTr("If it stays so until closing: %1").arg(say.verdict(page.trial.said))
        role: StaffText.Role.Title
        wrapMode: Text.Wrap
        Accessible.role: Accessible.AlertMessage
    }
    RowLayout {
        visible: page.told
        spacing: Theme.staffSpace(2)
        Icon {
            visible: page.old
            name: "alert"
            color: Theme.willMiss
        }
        StaffText {
            objectName: "trialAge"
            Layout.fillWidth: true
            text: page.old ? qsTr("Asked at %1, %2 min ago: the lobby has moved on since.").arg(page.trial.effect.asked).arg(
                                 page.trial.effect.age) : qsTr("Asked at %1").arg(page.trial.effect.asked)
            role: page.old ? StaffText.Role.Body : StaffText.Role.Small
            soft: true
            color: page.old ? Theme.willMiss : Theme.inkSoft
            wrapMode: Text.Wrap
        }
        StaffButton {
            objectName: "askAgain"
            visible: page.old && page.trial.repeatable
            enabled: !page.locked
            kind: StaffButton.Kind.Primary
            text: qsTr("Ask again")
            iconName: "clock"
            onClicked: page.trial.ask(page.trial.tried)
        }
    }
    GridLayout {
        Layout.fillWidth: true
        visible: page.told && (page.forAWhile || page.doable)
        columns: Theme.tablet ? 1 : 3
        columnSpacing: Theme.staffSpace(3)
        rowSpacing: Theme.staffGap
        ForHowLong {
            id: span
            Layout.fillWidth: true
            visible: page.forAWhile
            lobby: page.lobby
            canAct: page.canAct
        }
        StaffButton {
            objectName: "doIt"
            enabled: page.canAct
            kind: page.better && !page.old ? StaffButton.Kind.Primary : StaffButton.Kind.Quiet
            text: page.forAWhile ? span.deed : page.opens ? qsTr("Open it now") : Words.closing(page.lobby.chosen.state)
            iconName: page.forAWhile ? "check" : page.opens ? "play" : "x"
            onClicked: page.act()
        }
        Item {
            visible: !page.forAWhile
            Layout.fillWidth: true
        }
    }
    StaffText {
        Layout.fillWidth: true
        visible: page.told && text !== ""
        text: page.forAWhile ? span.untilClosing ? "" : qsTr("The figures are for the whole rest of the day.")
                             : page.doable ? "" : page.opens ? qsTr("It opens when a teller signs on there or resumes.")
                                                             : qsTr("It is closed by now.")
        role: StaffText.Role.Small
        wrapMode: Text.Wrap
        soft: true
    }
    TrialResult {
        Layout.fillWidth: true
        visible: page.told
        trial: page.trial
    }
}
