// One line that staff write.
import QtQuick
import QtQuick.Templates as T

T.TextField {
    id: field

    required placeholderText

    implicitWidth: Theme.staff(240)
    implicitHeight: Theme.staffTarget
    leftPadding: Theme.staffSpace(3)
    rightPadding: Theme.staffSpace(3)
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

    background: Rectangle {
        radius: Theme.staffRadius
        color: Theme.surface
        border.width: field.activeFocus ? Theme.staffStroke : Theme.hairline
        border.color: field.activeFocus ? Theme.focus : Theme.edge
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
}
