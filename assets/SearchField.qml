// One line in which staff look for something; Escape empties it.
import QtQuick
import QtQuick.Templates as T

T.TextField {
    id: field

    required placeholderText
    required property string clearText

    implicitWidth: Theme.staff(240)
    implicitHeight: Theme.staffTarget
    leftPadding: Theme.staffIcon + Theme.staffSpace(5)
    rightPadding: clearButton.visible ? clearButton.width : Theme.staffSpace(3)
    verticalAlignment: TextInput.AlignVCenter
    font.family: Theme.family
    font.pixelSize: Theme.staffBody
    color: Theme.ink
    placeholderTextColor: Theme.inkSoft
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    selectByMouse: true
    Accessible.role: Accessible.EditableText
    Accessible.name: placeholderText
    Keys.onEscapePressed: event => {
        event.accepted = text !== "";
        clear();
    }

    background: Rectangle {
        radius: Theme.staffRadius
        color: Theme.surface
        border.width: field.activeFocus ? Theme.staffStroke : Theme.hairline
        border.color: field.activeFocus ? Theme.focus : Theme.edge
    }
    Icon {
        x: Theme.staffSpace(3)
        anchors.verticalCenter: parent.verticalCenter
        name: "search"
        color: Theme.inkSoft
    }
    Text {
        anchors.fill: parent
        anchors.leftMargin: field.leftPadding
        anchors.rightMargin: field.rightPadding
        visible: field.text === "" && field.preeditText === ""
        text: field.placeholderText
        textFormat: Text.PlainText
        font: field.font
        color: field.placeholderTextColor
        elide: Text.ElideRight
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
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
