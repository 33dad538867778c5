// One line in which staff look for something; Escape empties it.
import QtQuick

LineField {
    id: field

    required property string clearText

    leftPadding: Theme.staffIcon + Theme.staffSpace(5)
    rightPadding: clearButton.visible ? clearButton.width : Theme.staffSpace(3)
    Keys.onEscapePressed: event => {
        event.accepted = text !== "";
        clear();
    }

    Icon {
        x: Theme.staffSpace(3)
        anchors.verticalCenter: parent.verticalCenter
        name: "search"
        color: Theme.inkSoft
    }
    Pressable {
        id: clearButton
        objectName: "clear"
        anchors { right: parent.right; top: parent.top; bottom: parent.bottom }
        width: height
        visible: field.text !== ""
        text: field.clearText
        contentItem: Item {
            Icon {
                anchors.centerIn: parent
                name: "x"
                size: Theme.staff(16)
                color: Theme.inkSoft
            }
        }
        onClicked: {
            field.clear();
            field.forceActiveFocus();
        }
    }
}
