// A ticket's or counter's number no higher than its capitals, so that it can be set tight.
import QtQuick
import Usher.Theme

Item {
    id: figures

    required property string text
    required property int size
    property color color: Theme.ink
    readonly property int capitals: Math.round(size * 0.733) // of Noto Sans CJK
    readonly property int above: Math.round(size * 0.427) // from the top of its line to its capitals

    implicitWidth: number.width
    implicitHeight: capitals
    width: implicitWidth
    height: implicitHeight
    TicketNumber {
        id: number
        y: -figures.above
        text: figures.text
        pixelSize: figures.size
        color: figures.color
    }
}
