// Who works here: first the staff number, then the PIN, on one pad for finger or keyboard.
pragma ComponentBehavior: Bound
import QtQuick
import Usher.Link
import Usher.Lobby
import Usher.Theme

FocusScope {
    id: page

    required property Lobby lobby
    property string number: ""
    property bool asksPin: false

    function type(key: string): void {
        if (key === "delete")
            number = number.slice(0, -1);
        else if (key === "accept")
            asksPin = number !== "";
        else if (number.length < 12)
            number += key;
    }
    onVisibleChanged: {
        number = "";
        asksPin = false;
        pin.clear();
    }
    onAsksPinChanged: if (asksPin) pin.forceActiveFocus(); else page.forceActiveFocus()
    Keys.onPressed: event => {
        if (page.asksPin)
            return;
        if (event.text >= "0" && event.text <= "9" && event.text.length === 1)
            page.type(event.text);
        else if (event.key === Qt.Key_Backspace)
            page.type("delete");
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            page.type("accept");
        else
            return;
        event.accepted = true;
    }

    Panel {
        anchors.centerIn: parent
        width: column.width + Theme.staffSpace(16)
        height: column.height + Theme.staffSpace(14)

        Column {
            id: column
            anchors.centerIn: parent
            width: Theme.staff(320)
            spacing: Theme.staffSpace(5)

            StaffText {
                anchors.horizontalCenter: parent.horizontalCenter
                role: StaffText.Role.Heading
                text: page.asksPin ? qsTr("Your PIN") : qsTr("Your staff number")
            }
            Item {
                width: parent.width
                height: Theme.staff(48)
                StaffText {
                    objectName: "staffNumber"
                    anchors.centerIn: parent
                    role: StaffText.Role.Heading
                    soft: page.number === "" || page.asksPin
                    text: page.number !== "" ? page.number : qsTr("such as 2001")
                    font.weight: page.number !== "" ? Theme.weightStrong : Theme.weightNormal
                }
                StaffButton {
                    objectName: "otherNumber"
                    anchors { left: parent.left; verticalCenter: parent.verticalCenter }
                    visible: page.asksPin
                    text: qsTr("Back")
                    iconName: "chevron-left"
                    onClicked: page.asksPin = false
                }
            }
            Grid {
                anchors.horizontalCenter: parent.horizontalCenter
                visible: !page.asksPin
                columns: 3
                spacing: Theme.staffGap
                Repeater {
                    model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "delete", "0", "accept"]
                    delegate: KeypadKey {
                        required property string modelData
                        objectName: "number-" + modelData
                        focusPolicy: Qt.NoFocus
                        text: modelData === "delete" ? qsTr("Delete") : modelData === "accept" ? qsTr("Next") : modelData
                        iconName: modelData === "delete" ? "chevron-left" : modelData === "accept" ? "check" : ""
                        primary: modelData === "accept"
                        enabled: page.number !== "" || modelData.length === 1
                        onClicked: page.type(modelData)
                    }
                }
            }
            Keypad {
                id: pin
                objectName: "pin"
                anchors.horizontalCenter: parent.horizontalCenter
                visible: page.asksPin
                enabled: !page.lobby.busy
                name: qsTr("PIN")
                deleteText: qsTr("Delete")
                acceptText: qsTr("Sign on")
                onSubmitted: pin => page.lobby.signOn(page.number, pin)
                Keys.onEscapePressed: page.asksPin = false
            }
            StaffText {
                objectName: "refusal"
                width: parent.width
                height: Theme.staffSpace(10)
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
                color: Theme.missed
                text: RefusalText.of(page.lobby.refusal)
            }
        }
    }
}
