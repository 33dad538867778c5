// A button for the public. Primary is the one thing to do on a page; secondary is everything else.
import QtQuick

Pressable {
    id: control

    required text
    property bool primary: true
    property bool prominent: primary ///< as high, and in words as large, as the one thing to do
    property string hint: ""
    property string iconName: ""
    readonly property bool truncated: label.truncated || hintLabel.truncated
    readonly property bool filled: primary && enabled
    readonly property color words: !enabled ? Theme.disabledInk : primary ? Theme.accentInk : checked
                                              ? Theme.accent : Theme.ink

    radius: Theme.publicRadius
    stroke: Theme.publicStroke
    leftPadding: Theme.publicSpace(3)
    rightPadding: leftPadding
    topPadding: Theme.publicSpace(1)
    bottomPadding: topPadding
    implicitWidth: leftPadding + rightPadding + (mark.visible ? mark.width + row.spacing : 0)
                   + Math.max(wordsMeasure.room, hintMeasure.room)
    implicitHeight: Math.max(prominent ? Theme.targetPrimary : Theme.targetSecondary,
                             column.implicitHeight + topPadding + bottomPadding)
    Accessible.description: hint

    background: Rectangle {
        radius: control.radius
        color: control.filled ? control.pressed ? Theme.accentPressed : Theme.accent : !control.enabled
                                || control.pressed ? Theme.sunken : control.checked
                                                     ? Theme.accentGround : Theme.surface
        border.width: control.filled ? 0 : control.checked ? control.stroke : Math.max(
                                                                 Theme.hairline, control.stroke / 2)
        border.color: !control.enabled ? Theme.disabledLine : control.checked ? Theme.accent : Theme.edge
    }
    // Measured apart from the labels: a wrapped label's own wish changes with the width it is given.
    component Measure: TextMetrics {
        readonly property int room: Math.ceil(advanceWidth) + 1
    }
    Measure { id: wordsMeasure; text: control.text; font: label.font }
    Measure { id: hintMeasure; text: control.hint; font: hintLabel.font }
    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.publicSpace(1.5)
        Icon {
            id: mark
            anchors.verticalCenter: parent.verticalCenter
            name: control.checked && control.iconName === "" ? "check" : control.iconName
            size: Math.round(label.font.pixelSize * 1.2)
            color: control.words
        }
        Column {
            id: column
            readonly property real room: control.availableWidth - (mark.visible ? mark.width
                                                                       + row.spacing : 0)
            anchors.verticalCenter: parent.verticalCenter
            PublicText {
                id: label
                width: Math.min(wordsMeasure.room, column.room)
                anchors.horizontalCenter: parent.horizontalCenter
                horizontalAlignment: Text.AlignHCenter
                text: control.text
                role: control.prominent ? PublicText.Role.Title : PublicText.Role.Body
                font.weight: control.primary ? Theme.weightStrong : Theme.weightMedium
                color: control.words
            }
            PublicText {
                id: hintLabel
                visible: text !== ""
                width: Math.min(hintMeasure.room, column.room)
                anchors.horizontalCenter: parent.horizontalCenter
                horizontalAlignment: Text.AlignHCenter
                text: control.hint
                color: control.words
            }
        }
    }
}
