// What the acts below are about: the number large, then what is known of it.
import QtQuick
import QtQuick.Layouts
import Usher.Lobby
import Usher.Theme

RowLayout {
    id: title

    required property Lobby lobby
    required property string mode
    readonly property var chosen: lobby.chosen
    readonly property bool isTicket: chosen.kind === Lobby.Kind.Ticket
    readonly property bool isNothing: chosen.kind === Lobby.Kind.Nothing
    signal back

    spacing: Theme.staffSpace(3)
    implicitHeight: Theme.staffTarget

    StaffButton {
        objectName: "back"
        visible: title.mode !== ""
        text: qsTr("Back")
        iconName: "chevron-left"
        onClicked: title.back()
    }
    TicketNumber {
        objectName: "chosenNumber"
        visible: title.isTicket
        text: title.isTicket ? title.chosen.number : ""
        pixelSize: Theme.staffHeading
    }
    StaffText {
        visible: !title.isTicket && !title.isNothing
        text: title.chosen.number
        role: StaffText.Role.Heading
    }
    StaffText {
        Layout.fillWidth: true
        visible: title.mode === ""
        soft: title.isNothing
        text: {
            const c = title.chosen;
            const parts = title.isNothing ? [qsTr("Choose a ticket or a counter")] : title.isTicket
                                            ? [c.name, c.counter !== "" ? c.counter : c.zone,
                                               c.state === Lobby.Phase.Waiting ? qsTr("%1 min of %2").arg(c.wait).arg(
                                                                                     c.target) : Words.phase(c.state)]
                                            : [c.name, c.staff, Words.counter(c.state), c.service, Words.more(c.state, c.reason),
                                               c.line > 0 ? qsTr("%1 waiting").arg(c.line) : ""];
            return parts.filter(part => part !== "").join(" · ");
        }
    }
    StaffText {
        objectName: "question"
        Layout.fillWidth: true
        visible: title.mode !== ""
        text: title.mode === "whatif" ? qsTr("What if, at this counter:") : title.mode === "other" ? qsTr("Other work for a while, at this counter:") : title.mode === "send" ? qsTr("Send where?") : title.mode === "promote" ? qsTr(
                                                                "Bring forward, because:") : qsTr(
                                          "An assisted ticket, for:")
    }
    Pill {
        visible: title.isTicket && title.chosen.tier !== "" && title.mode === ""
        text: title.chosen.tier
    }
}
