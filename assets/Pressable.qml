// What every button here is made of: acts on release, slides off to cancel, Space and Enter press
// it, and the keyboard's focus can be seen. It has no look of its own beyond that ring.
import QtQuick
import QtQuick.Templates as T

T.AbstractButton {
    id: control

    property int radius: Theme.staffRadius
    property int stroke: Theme.staffStroke

    function enter(event: KeyEvent): void {
        if (event.isAutoRepeat)
            return;
        if (checkable)
            toggle();
        clicked();
    }
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    font.family: Theme.family
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.checkable: checkable
    Accessible.checked: checked
    Keys.onReturnPressed: event => control.enter(event)
    Keys.onEnterPressed: event => control.enter(event)

    Rectangle {
        z: 1
        anchors.fill: parent
        anchors.margins: -2 * control.stroke
        visible: control.visualFocus
        color: "transparent"
        radius: control.radius + 2 * control.stroke
        border.width: control.stroke
        border.color: Theme.focus
    }
}
