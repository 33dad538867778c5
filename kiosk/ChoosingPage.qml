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

    function waitOf(low: int, high: int): string {
        if (low < 0 || high < low)
            return qsTr("Wait not known");
        if (high === 0)
            return qsTr("No wait");
        return qsTr("About %1 min").arg(low === high ? String(low) : low + "–" + high);
    }

    spacing: Theme.gap * 1.5

    PublicText {
        Layout.fillWidth: true
        Layout.topMargin: page.upright ? Theme.publicSpace(8) : 0
        role: PublicText.Role.Heading
        text: page.choices.groupName !== "" ? page.choices.groupName : qsTr("What can we do for you today?")
    }
    PublicText {
        Layout.fillWidth: true
        soft: true
        text: page.visit.greeted ? qsTr("Hello. Waiting times are estimates.") : qsTr("Waiting times are estimates.")
    }
    Item { Layout.fillHeight: page.upright }
    GridLayout {
        id: grid
        Layout.fillWidth: true
        Layout.fillHeight: !page.upright
        columns: page.upright ? (Theme.large ? 1 : 2) : page.width > Theme.mm(400) && !Theme.large ? 3 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        Repeater {
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
                objectName: "choice-" + index
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                Layout.minimumHeight: Math.max(implicitHeight, Theme.mm(page.upright ? 38 : 28))
                enabled: available && !page.visit.lineDown
                text: name
                hint: !available ? qsTr("No counter for this today") : group ? within : page.waitOf(low, high)
                secondary: machine ? qsTr("Machine: now") : ""
                iconName: group ? "plus" : ""
                onClicked: page.visit.choose(index)
            }
        }
    }
    RowLayout {
        visible: page.choices.pages > 1
        Layout.fillWidth: true
        spacing: Theme.gap
        BigButton {
            objectName: "previous"
            primary: false
            enabled: page.choices.page > 0
            text: qsTr("Previous")
            iconName: "chevron-left"
            onClicked: page.visit.turn(-1)
        }
        PublicText {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: (page.choices.page + 1) + " / " + page.choices.pages
        }
        BigButton {
            objectName: "next"
            primary: false
            enabled: page.choices.page + 1 < page.choices.pages
            text: qsTr("More")
            iconName: "chevron-right"
            onClicked: page.visit.turn(1)
        }
    }
}
