// A ticket's number: every character in a cell of the same width, so numbers line up under one
// another and one is found at a glance. Never decorated.
pragma ComponentBehavior: Bound
import QtQuick

Row {
    id: number

    required property string text
    property int pixelSize: Theme.publicTicket
    property color color: Theme.ink

    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Repeater {
        model: number.text.length
        delegate: Text {
            required property int index
            readonly property string letter: number.text.charAt(index)
            width: Math.round(number.pixelSize * (letter >= "0" && letter <= "9"
                                                  ? Theme.digitWidth : Theme.letterWidth))
            horizontalAlignment: Text.AlignHCenter
            text: letter
            textFormat: Text.PlainText
            font.family: Theme.family
            font.pixelSize: number.pixelSize
            font.weight: Theme.weightStrong
            color: number.color
            Accessible.ignored: true
        }
    }
}
