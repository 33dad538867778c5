// A button for staff, with its key beside its word. Danger is for what cannot be undone.
import QtQuick
import QtQuick.Layouts

Pressable {
    id: control

    enum Kind {
        Quiet,
        Primary,
        Danger
    }

    required text
    property int kind: StaffButton.Kind.Quiet
    property string keyHint: ""
    property string iconName: ""
    readonly property bool truncated: label.truncated
    readonly property bool filled: kind === StaffButton.Kind.Primary && enabled
    readonly property color words: !enabled ? Theme.disabledInk : filled ? Theme.accentInk : kind
                                              === StaffButton.Kind.Danger ? Theme.missed : checked
                                                                            ? Theme.accent : Theme.ink

    leftPadding: Theme.staffSpace(3)
    rightPadding: leftPadding
    implicitWidth: row.implicitWidth + leftPadding + rightPadding
    implicitHeight: Theme.staffTarget
    Accessible.description: keyHint

    background: Rectangle {
        radius: control.radius
        color: control.filled ? control.pressed ? Theme.accentPressed : Theme.accent : !control.enabled
                                ? "transparent" : control.pressed || control.hovered ? Theme.sunken :
                                                                      control.checked ? Theme.accentGround :
                                                                                        Theme.surface
        border.width: control.filled ? 0 : Theme.hairline
        border.color: !control.enabled ? Theme.disabledLine : control.kind === StaffButton.Kind.Danger
                                         ? Theme.missed : control.checked ? Theme.accent : Theme.edge
    }
    RowLayout {
        id: row
        anchors.centerIn: parent
        width: Math.min(implicitWidth, control.availableWidth)
        spacing: Theme.staffSpace(2)
        Icon {
            name: control.iconName
            color: control.words
        }
        StaffText {
            id: label
            Layout.fillWidth: true
            text: control.text
            color: control.words
            font.weight: control.kind === StaffButton.Kind.Primary ? Theme.weightStrong :
                                                                     Theme.weightMedium
        }
        KeyHint {
            text: control.keyHint
            ink: control.filled || !control.enabled ? control.words : Theme.inkSoft
        }
    }
}
