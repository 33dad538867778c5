// One drawing of the icon set in the colour asked for; it says nothing that words beside it don't.
import QtQuick
import Usher.Theme

Image {
    id: icon

    required property string name
    property color color: Theme.ink
    property int size: Theme.staffIcon

    width: size
    height: size
    sourceSize.width: size
    sourceSize.height: size
    visible: name !== ""
    source: Icons.drawing(name, color)
    Accessible.ignored: true
}
