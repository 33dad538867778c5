// Something is in the way: what it is, what to do, and the way on that always remains.
import QtQuick
import QtQuick.Layouts
import Usher.Kiosk
import Usher.Link
import Usher.Theme

Halves {
    id: page

    required property Visit visit
    readonly property int trouble: visit.trouble
    readonly property bool uncertain: visit.state === Visit.State.Uncertain
    readonly property bool cardTrouble: trouble === Visit.Trouble.CardUnreadable
                                        || trouble === Visit.Trouble.NotABankCard
                                        || trouble === Visit.Trouble.RemovedTooSoon
    readonly property bool lineTrouble: trouble === Visit.Trouble.BrokerAway
                                        || trouble === Visit.Trouble.BrokerUnwell

    function iconOf(): string {
        if (page.cardTrouble)
            return "card";
        return page.lineTrouble ? "offline" : page.trouble === Visit.Trouble.Closed ? "clock" : "alert";
    }
    function titleOf(): string {
        if (page.uncertain)
            return qsTr("Your number is not confirmed");
        switch (page.trouble) {
        case Visit.Trouble.Closed: return qsTr("We are closed just now")
        case Visit.Trouble.HallFull: return qsTr("The hall is full")
        case Visit.Trouble.BrokerAway: return qsTr("No numbers just now")
        case Visit.Trouble.BrokerUnwell: return qsTr("No numbers just now")
        case Visit.Trouble.CardUnreadable: return qsTr("We could not read this card")
        case Visit.Trouble.NotABankCard: return qsTr("This is not a bank card")
        case Visit.Trouble.RemovedTooSoon: return qsTr("The card came out too soon")
        default: return qsTr("That did not work")
        }
    }
    function adviceOf(): string {
        if (page.uncertain)
            return qsTr("Please ask the lobby staff whether a number was given. Do not take a second one yet.");
        switch (page.trouble) {
        case Visit.Trouble.Closed: return qsTr("Please come again during opening hours, or ask the lobby staff.")
        case Visit.Trouble.HallFull: return qsTr("No more numbers are given for the moment. Please ask the lobby staff.")
        case Visit.Trouble.BrokerAway: return qsTr("The connection is lost. The lobby staff will help you. This page comes back by itself.")
        case Visit.Trouble.BrokerUnwell: return qsTr("The system takes nothing in just now. The lobby staff will help you.")
        case Visit.Trouble.CardUnreadable: return qsTr("Please try again with the chip towards the slot, or go on without a card.")
        case Visit.Trouble.NotABankCard: return qsTr("Please use a bank card, or go on without a card.")
        case Visit.Trouble.RemovedTooSoon: return qsTr("Please put it in again and leave it there, or go on without a card.")
        default: return RefusalText.of(page.visit.refusal)
        }
    }

    Item {
        Layout.fillHeight: true
        Layout.preferredHeight: Theme.publicSpace(4)
    }
    Icon {
        name: page.iconOf()
        size: Theme.mm(20)
        color: page.lineTrouble ? Theme.device : Theme.ink
    }
    PublicText {
        objectName: "troubleTitle"
        Layout.fillWidth: true
        role: PublicText.Role.Heading
        text: page.titleOf()
    }
    PublicText {
        Layout.fillWidth: true
        Layout.topMargin: Theme.publicSpace(1)
        role: PublicText.Role.Title
        font.weight: Theme.weightNormal
        text: page.adviceOf()
    }
    Item {
        Layout.fillHeight: !page.upright
        Layout.preferredHeight: Theme.publicSpace(4)
    }

    pressing: [
        BigButton {
            objectName: "noCard"
            visible: page.cardTrouble
            Layout.fillWidth: true
            Layout.preferredHeight: Math.max(implicitHeight, Theme.mm(30))
            text: qsTr("Go on without a card")
            iconName: "ticket"
            onClicked: page.visit.begin()
        },
        BigButton {
            objectName: "callStaff"
            visible: page.uncertain
            Layout.fillWidth: true
            text: qsTr("Call the lobby staff")
            iconName: "person"
            onClicked: page.visit.help.call()
        },
        BigButton {
            objectName: "done"
            visible: !page.lineTrouble
            Layout.fillWidth: true
            primary: !page.cardTrouble && !page.uncertain
            text: qsTr("Back to the start")
            onClicked: page.visit.done()
        }
    ]
}
