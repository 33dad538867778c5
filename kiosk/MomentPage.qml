// A moment's patience: what is being done, and what to do with the card meanwhile.
import QtQuick
import QtQuick.Layouts
import Usher.Kiosk
import Usher.Theme

ColumnLayout {
    id: page

    required property Visit visit
    readonly property bool reading: visit.state === Visit.State.Reading

    spacing: Theme.publicSpace(3)

    Item { Layout.fillHeight: true; Layout.preferredHeight: 2 }
    Icon {
        Layout.alignment: Qt.AlignHCenter
        name: page.reading ? "card" : page.visit.state === Visit.State.Taking ? "ticket" : "clock"
        size: Theme.mm(24)
        color: Theme.accent
    }
    PublicText {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        role: PublicText.Role.Heading
        text: page.reading ? qsTr("Reading your card") : page.visit.state === Visit.State.Taking
                             ? qsTr("Taking your number") : qsTr("One moment, please")
    }
    PublicText {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: page.reading ? qsTr("Please leave it in the slot.") : qsTr("This takes a few seconds.")
    }
    Item { Layout.fillHeight: true; Layout.preferredHeight: 3 }
}
