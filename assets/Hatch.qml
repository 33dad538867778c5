// Slanting lines that mean: what is under here is old.
import QtQuick
import Usher.Theme

Image {
    id: hatch

    property color color: Theme.inkSoft
    property int pitch: Theme.staff(12)

    fillMode: Image.Tile
    sourceSize.width: pitch
    sourceSize.height: pitch
    source: Icons.drawing("hatch", color)
    Accessible.ignored: true
}
