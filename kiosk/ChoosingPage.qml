// What the customer came for: at most six cards, each with what it will cost in time.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Usher.Kiosk
import Usher.Theme

ColumnLayout {
    id: page

    required property Visit visit
    readonly property bool upright: height > width
    readonly property Choices choices: visit.choices

    function hintOf(group: bool, within: string, available: bool, machine: bool, low: int, high: int): string {
        if (!available && !machine)
            return qsTr("No counter open for this just now");
        return group ? (Theme.large ? "" : within) : Waits.of(low, high);
    }

    spacing: Theme.gap

    Item { Layout.fillHeight: page.upright }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap
        PublicText {
            Layout.fillWidth: true
            role: page.upright || !Theme.large ? PublicText.Role.Heading : PublicText.Role.Title
            text: page.choices.groupName !== "" ? page.choices.groupName : qsTr("How can we help?")
        }
        AppointmentKey {
            visible: offered && !page.upright
            brief: true
            visit: page.visit
        }
        ChoosingKeys {
            visible: !page.upright
            visit: page.visit
        }
    }
    PublicText {
        Layout.fillWidth: true
        soft: true
        text: page.visit.greeted ? qsTr("Hello. Waiting times are estimates.") : qsTr("Waiting times are estimates.")
    }
    GridLayout {
        id: grid
        Layout.fillWidth: true
        Layout.fillHeight: !page.upright
        Layout.maximumHeight: Math.ceil(cards.count / columns) * Theme.mm(60)
        columns: page.upright ? (Theme.large ? 1 : 2) : page.width > Theme.mm(400) && !Theme.large ? 3 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        Repeater {
            id: cards
            model: page.choices
            delegate: ChoiceCard {
                required property int index
                required property string name
                required property bool group
                required property string within
                required property bool available
                required property int low
                required property int high
                required property bool machine
                required property int machineLow
                required property int machineHigh
                objectName: "choice-" + index
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                Layout.minimumHeight: Math.max(implicitHeight, Theme.mm(Theme.large ? 28 : page.upright ? 42 : 28))
                enabled: !page.visit.lineDown
                text: name
                hint: page.hintOf(group, within, available, machine, low, high)
                secondary: machine ? Waits.atMachine(machineLow, machineHigh) : ""
                onClicked: page.visit.choose(index)
            }
        }
    }
    AppointmentKey {
        visible: offered && page.upright
        Layout.fillWidth: true
        visit: page.visit
    }
    ChoosingKeys {
        visible: page.upright
        Layout.fillWidth: true
        visit: page.visit
    }
    Item { Layout.fillHeight: !page.upright }
}
