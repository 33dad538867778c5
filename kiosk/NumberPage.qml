// The number, as large as it goes, and what to know about it: where, how long, what to do now.
import QtQuick
import QtQuick.Layouts
import Usher.Kiosk
import Usher.Theme

Halves {
    id: page

    required property Visit visit
    property string advice: ""
    property string detail: ""
    property bool facts: true
    readonly property TicketFace ticket: visit.ticket

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
        pixelSize: Math.min(Theme.publicTicket * 2, Math.round(page.width / (page.upright ? 2.8 : 5.6)))
    }
    PublicText {
        Layout.fillWidth: true
        visible: page.facts && text !== ""
        horizontalAlignment: page.upright ? Text.AlignHCenter : Text.AlignLeft
        role: PublicText.Role.Heading
        text: page.ticket.zone
    }
    RangeText {
        Layout.fillWidth: true
        visible: page.facts
        horizontalAlignment: page.upright ? Text.AlignHCenter : Text.AlignLeft
        role: PublicText.Role.Title
        low: page.ticket.low
        high: page.ticket.high
        pattern: qsTr("About %1 min (estimate)")
        unknown: qsTr("Wait not known")
    }
    PublicText {
        Layout.fillWidth: true
        visible: page.facts
        horizontalAlignment: page.upright ? Text.AlignHCenter : Text.AlignLeft
        role: PublicText.Role.Title
        font.weight: Theme.weightNormal
        text: page.ticket.ahead === 0 ? qsTr("You are next in line")
              : qsTr("People ahead of you: %1").arg(page.ticket.ahead)
    }
    Item { Layout.fillHeight: true }
}
