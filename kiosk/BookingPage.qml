// A booking's reference: typed on keys, answered in a sentence, and an ordinary number always beside.
import QtQuick
import QtQuick.Layouts
import Usher.Kiosk
import Usher.Link
import Usher.Theme

Halves {
    id: page

    required property Visit visit
    readonly property Booking booking: visit.booking
    readonly property bool refused: booking.refusal !== Refusals.None
    readonly property bool ready: booking.reference !== "" && !refused && !visit.lineDown

    function answerOf(refusal: int): string {
        switch (refusal) {
        case Refusals.None: return qsTr("Type the reference of your appointment. It is in the message that confirmed it.")
        case Refusals.UnknownAppointment: return qsTr("We find no appointment with this reference. Please check it, or take an ordinary number.")
        case Refusals.AppointmentUsed: return qsTr("A number was already taken for this appointment. If it is lost, please ask the lobby staff, or take an ordinary number.")
        case Refusals.AppointmentTooEarly: return qsTr("It is too early for this appointment. Come back closer to its time, or take an ordinary number now: the appointment stays.")
        default: return qsTr("This appointment is for something not done here just now. Please ask the lobby staff, or take an ordinary number.")
        }
    }

    Item {
        Layout.fillHeight: true
        Layout.preferredHeight: 1
    }
    PublicText {
        Layout.fillWidth: true
        role: page.upright || !Theme.large ? PublicText.Role.Heading : PublicText.Role.Title
        text: qsTr("Your appointment")
    }
    PublicText {
        objectName: "bookingAnswer"
        Layout.fillWidth: true
        soft: !page.refused
        font.weight: page.refused ? Theme.weightStrong : Theme.weightNormal
        text: page.answerOf(page.booking.refusal)
        Accessible.role: page.refused ? Accessible.AlertMessage : Accessible.StaticText
        Accessible.name: text
    }
    Rectangle {
        id: field
        Layout.fillWidth: true
        Layout.topMargin: Theme.publicSpace(1)
        implicitHeight: Theme.mm(24)
        radius: Theme.publicRadius
        color: Theme.surface
        border.width: Theme.publicStroke
        border.color: page.refused ? Theme.ink : Theme.accent
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("Reference: %1").arg(page.booking.reference)
        TicketNumber {
            objectName: "reference"
            anchors { left: parent.left; verticalCenter: parent.verticalCenter; leftMargin: Theme.publicSpace(3) }
            text: page.booking.reference
            pixelSize: Math.min(Theme.publicHeading, (field.width - 2 * Theme.publicSpace(3)) / (Math.max(text.length, 1)
                                                                                               * Theme.letterWidth))
        }
    }
    Item {
        visible: !page.upright
        Layout.fillHeight: true
        Layout.preferredHeight: 1
    }
    BackKey {
        visible: !page.upright
        onClicked: page.visit.back()
    }

    pressing: [
        ReferencePad {
            Layout.fillWidth: true
            full: page.booking.reference.length >= 31
            onTyped: key => page.booking.add(key)
            onRemoved: page.booking.remove()
        },
        BigButton {
            objectName: "claim"
            Layout.fillWidth: true
            enabled: page.ready
            text: qsTr("Take my number")
            onClicked: page.visit.claim()
        },
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap
            BackKey {
                visible: page.upright
                onClicked: page.visit.back()
            }
            BigButton {
                objectName: "ordinary"
                Layout.fillWidth: true
                primary: false
                enabled: !page.visit.lineDown
                text: qsTr("Take an ordinary number")
                iconName: "ticket"
                onClicked: page.visit.ordinary()
            }
        }
    ]
}
