// Machine or counter: each with its wait and with what one does there. One touch takes it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Usher.Kiosk
import Usher.Theme

ColumnLayout {
    id: page

    required property Visit visit
    readonly property bool upright: height > width
    readonly property Ways ways: visit.ways

    function placeOf(machine: bool, name: string): string {
        return machine ? name : qsTr("Counter");
    }
    function adviceOf(machine: bool, open: bool, name: string, high: int, ahead: int): string {
        if (machine && !open)
            return qsTr("Not available just now.");
        if (machine)
            return high === 0 ? qsTr("It is free: take a number and go there.") : qsTr("Take a number and queue there. Nobody is called.");
        if (!open)
            return qsTr("No counter is open for this just now. Your number waits for one.");
        return ahead === 0 ? qsTr("Wait in: %1. Nobody is ahead of you.").arg(name) : qsTr("Wait in: %1. Ahead of you: %2.").arg(name).arg(
                                 ahead);
    }

    spacing: Theme.gap

    Item { Layout.fillHeight: page.upright }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap
        PublicText {
            Layout.fillWidth: true
            role: PublicText.Role.Heading
            text: page.ways.service
        }
        BackKey {
            visible: !page.upright
            onClicked: page.visit.back()
        }
    }
    PublicText {
        objectName: "waysNote"
        Layout.fillWidth: true
        visible: page.ways.lost !== "" || page.upright || !Theme.large
        soft: page.ways.lost === ""
        color: soft ? Theme.inkSoft : Theme.ink
        font.weight: soft ? Theme.weightNormal : Theme.weightStrong
        text: page.ways.lost !== "" ? qsTr("%1 cannot take you any more. Please choose another way.").arg(page.ways.lost)
              : rows.count > 1 ? qsTr("Where would you like to go? Waiting times are estimates.")
              : qsTr("Waiting times are estimates.")
    }
    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: !page.upright
        Layout.maximumHeight: Math.ceil(rows.count / columns) * Theme.mm(80)
        columns: !page.upright && page.width > Theme.mm(400) && !Theme.large ? rows.count : 1
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        Repeater {
            id: rows
            model: page.ways
            delegate: WayCard {
                required property int index
                required property string name
                required property bool machine
                required property bool open
                required property int low
                required property int high
                required property int ahead
                objectName: "way-" + index
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                Layout.minimumHeight: Math.max(implicitHeight, Theme.mm(page.upright ? 42 : 28))
                enabled: (open || !machine) && !page.visit.lineDown
                iconName: machine ? "machine" : "desk"
                text: page.placeOf(machine, name)
                wait: machine && !open ? "" : Waits.of(low, high)
                advice: page.adviceOf(machine, open, name, high, ahead)
                onClicked: page.visit.go(index)
            }
        }
    }
    BackKey {
        visible: page.upright
        onClicked: page.visit.back()
    }
    Item { Layout.fillHeight: !page.upright }
}
