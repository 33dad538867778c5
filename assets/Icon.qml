// One drawing of the icon set in the colour asked for; it says nothing that words beside it don't.
import QtQuick

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
    smooth: false
    source: name === "" ? "" : "data:image/svg+xml;utf8," + encodeURIComponent(
                              '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="'
                              + Qt.rgba(color.r, color.g, color.b, 1)
                              + '" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">'
                              + IconDrawings.byName[name] + '</svg>')
    Accessible.ignored: true
}
