// Other work for a while: what the counter takes, for how long, and why. It goes back by itself.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Usher.Lobby
import Usher.Theme

ColumnLayout {
    id: page

    required property Lobby lobby
    property bool canAct: false
    property string work: ""
    property string reason: ""
    readonly property bool own: reason === "other"
    readonly property string because: own ? field.text.trim() : reason
    readonly property bool ready: work !== "" && because !== ""
    signal done

    function reset(): void {
        work = "";
        span.wished = 30;
        reason = "";
        field.clear();
    }
    onVisibleChanged: reset()

    spacing: Theme.staffSpace(1)

    Heading { text: qsTr("What it does") }
    Choices {
        Repeater {
            model: page.lobby.trial.choices
            delegate: Choice {
                required property string key
                required property int what
                required property int minutes
                required property string zone
                objectName: "work-" + key
                visible: what === Trial.What.Help || what === Trial.What.TakeOver
                text: Words.choice(what, minutes, zone)
                checked: page.work === key
                onClicked: page.work = key
            }
        }
    }
    Heading { text: qsTr("For how long") }
    ForHowLong {
        id: span
        Layout.fillWidth: true
        lobby: page.lobby
        canAct: page.canAct
        wished: 30
    }
    Heading { text: qsTr("Why") }
    Choices {
        Repeater {
            model: Words.overrideReasons
            delegate: Choice {
                required property string modelData
                objectName: "why-" + modelData
                text: Words.reason(modelData)
                checked: page.reason === modelData
                onClicked: page.reason = modelData
            }
        }
        Choice {
            objectName: "why-other"
            text: qsTr("Other…")
            checked: page.own
            onClicked: {
                page.reason = "other";
                field.forceActiveFocus();
            }
        }
    }
    LineField {
        id: field
        objectName: "because"
        Layout.fillWidth: true
        Layout.topMargin: Theme.staffSpace(1)
        visible: page.own
        placeholderText: qsTr("Why? It is kept in the journal.")
        maximumLength: 60
        onAccepted: if (page.ready && page.canAct) page.act()
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: Theme.staffGap
        spacing: Theme.staffSpace(3)
        StaffButton {
            objectName: "doOther"
            enabled: page.canAct && page.ready
            kind: StaffButton.Kind.Primary
            text: span.deed
            iconName: "check"
            onClicked: page.act()
        }
        StaffText {
            Layout.fillWidth: true
            text: page.ready ? qsTr("Then it goes back by itself.") : page.work === "" ? qsTr("Say what it does.") : qsTr(
                                   "Say why.")
            role: StaffText.Role.Small
            soft: true
            wrapMode: Text.Wrap
        }
    }
    function act(): void {
        page.lobby.overrideProfile(page.work, span.minutes, page.because);
        page.done();
    }

    component Heading: StaffText {
        Layout.topMargin: Theme.staffSpace(1)
        role: StaffText.Role.Small
        soft: true
        Accessible.role: Accessible.Heading
    }
    component Choices: Flow {
        Layout.fillWidth: true
        spacing: Theme.staffGap
    }
    component Choice: StaffButton {
        enabled: page.canAct
        Accessible.role: Accessible.RadioButton
        Accessible.checkable: true
    }
}
