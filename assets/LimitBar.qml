// A value against its limit. The level is told, not worked out: calm is a quiet bar, will-miss
// adds a triangle, missed an octagon, and the word says it too. An unknown value (NaN) shows no
// bar at all, which is not the same as zero.
import QtQuick
import QtQuick.Layouts

RowLayout {
    id: bar

    required property real value
    required property real limit
    required property string word
    property int level: Theme.Level.Calm
    property int wordWidth: 0 // so that bars in a list end at the same place
    readonly property bool known: !isNaN(value) && limit > 0
    readonly property real span: Math.max(value, limit)

    implicitWidth: Theme.staff(220)
    spacing: Theme.staffSpace(2)
    Accessible.role: Accessible.ProgressBar
    Accessible.name: word

    Item {
        Layout.fillWidth: true
        Layout.minimumWidth: Theme.staffSpace(8)
        implicitHeight: Theme.staffSpace(2)

        Rectangle {
            anchors.fill: parent
            visible: bar.known
            radius: height / 2
            color: Theme.sunken
            border.width: Theme.contrast ? 1 : 0
            border.color: Theme.line
        }
        Rectangle {
            visible: bar.known && bar.value > 0
            width: bar.known ? Math.max(height, parent.width * bar.value / bar.span) : 0
            height: parent.height
            radius: height / 2
            color: bar.level === Theme.Level.Calm ? Theme.calm : Theme.levelInk(bar.level)
        }
        Rectangle { // where the promise ends
            visible: bar.known
            x: Math.round(parent.width * bar.limit / bar.span) - width
            y: -Theme.staffSpace(0.5)
            width: Theme.staffStroke
            height: parent.height + Theme.staffSpace(1)
            color: Theme.ink
        }
    }
    StaffText {
        Layout.preferredWidth: Math.max(bar.wordWidth, implicitWidth)
        horizontalAlignment: Text.AlignRight
        text: bar.word
        color: Theme.levelInk(bar.level)
        strong: bar.level !== Theme.Level.Calm
        Accessible.ignored: true
    }
    Item {
        implicitWidth: Theme.staffIcon
        implicitHeight: Theme.staffIcon
        Icon {
            name: Theme.levelIcon(bar.level)
            color: Theme.levelInk(bar.level)
        }
    }
}
