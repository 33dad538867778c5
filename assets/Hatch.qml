// Slanting lines that mean: what is under here is old.
import QtQuick

Image {
    id: hatch

    property color color: Theme.inkSoft
    property int pitch: 12

    fillMode: Image.Tile
    sourceSize.width: pitch
    sourceSize.height: pitch
    source: "data:image/svg+xml;utf8," + encodeURIComponent(
                '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 12" stroke="' + Qt.rgba(
                    color.r, color.g, color.b, 1)
                + '" stroke-width="1.2"><path d="M-2 14 L14 -2 M-2 2 L2 -2 M10 14 L14 10"/></svg>')
    Accessible.ignored: true
}
