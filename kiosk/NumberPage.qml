// The number, as large as it goes, and what to know about it: where, how long, what to do now.
import QtQuick
import QtQuick.Layouts
import Usher.Kiosk
import Usher.Theme

Halves {
    id: page

    required property Visit visit
    property bool facts: true
    readonly property TicketFace ticket: visit.ticket
    readonly property bool toMachine: ticket.machine !== ""
    readonly property string next: toMachine
        ? qsTr("Then go to %1 (sign %2). Nobody is called there. If it cannot help, a counter calls your number.").arg(
              ticket.machine).arg(ticket.sign)
        : ticket.late ? qsTr("The time of your appointment has passed, so this number counts like any other.")
        : ticket.booked ? qsTr("Your appointment counts.") : ""

    Item { Layout.fillHeight: true }
    PublicText {
        Layout.fillWidth: true
        horizontalAlignment: page.upright ? Text.AlignHCenter : Text.AlignLeft
        soft: true
        role: PublicText.Role.Title
        font.weight: Theme.weightNormal
        text: page.ticket.service
    }
    TicketNumber {
        objectName: "number"
        Layout.alignment: page.upright ? Qt.AlignHCenter : Qt.AlignLeft
        text: page.ticket.number
        pixelSize: Math.round(Math.min(Theme.publicTicket * 2.2, page.width / (page.upright ? 2.8 : 5.6), page.height / 3.6))
    }
    PublicText {
        Layout.fillWidth: true
        visible: page.facts && text !== ""
        horizontalAlignment: page.upright ? Text.AlignHCenter : Text.AlignLeft
        role: PublicText.Role.Heading
        text: page.toMachine ? page.ticket.machine : page.ticket.zone
    }
    PublicText {
        Layout.fillWidth: true
        visible: page.facts
        horizontalAlignment: page.upright ? Text.AlignHCenter : Text.AlignLeft
        role: PublicText.Role.Title
        text: Waits.of(page.ticket.low, page.ticket.high)
    }
    PublicText {
        Layout.fillWidth: true
        visible: page.facts
        horizontalAlignment: page.upright ? Text.AlignHCenter : Text.AlignLeft
        soft: true
        text: page.ticket.ahead === 0 ? qsTr("Nobody is ahead of you. The time is an estimate.")
                                      : qsTr("%1 ahead of you. The time is an estimate.").arg(page.ticket.ahead)
    }
    Item { Layout.fillHeight: true }
}
