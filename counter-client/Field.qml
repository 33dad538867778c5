// One line to type into, with its name above it.
import QtQuick
import QtQuick.Templates as T
import Usher.Theme

T.TextField {
    id: field

    required property string name

    implicitHeight: Theme.staffTarget
    implicitWidth: Theme.staff(160)
    leftPadding: Theme.staffSpace(3)
    rightPadding: leftPadding
    verticalAlignment: TextInput.AlignVCenter
    font.family: Theme.family
    font.pixelSize: Theme.staffTitle
    font.weight: Theme.weightMedium
    color: Theme.ink
    placeholderTextColor: Theme.inkSoft
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    selectByMouse: true
    Accessible.role: Accessible.EditableText
    Accessible.name: name

    background: Rectangle {
        radius: Theme.staffRadius
        color: Theme.surface
        border.width: field.activeFocus ? Theme.staffStroke : Theme.hairline
        border.color: field.activeFocus ? Theme.focus : Theme.edge
    }
}
