// A page in two halves: what to read, and within reach of the hand what to press. Upright, one
// above the other; lying, side by side.
import QtQuick
import QtQuick.Layouts
import Usher.Theme

GridLayout {
    id: halves

    readonly property bool upright: height > width
    default property alias reading: reading.data
    property alias pressing: pressing.data

    columns: upright ? 1 : 2
    columnSpacing: Theme.publicSpace(8)
    rowSpacing: Theme.gap * 1.5

    ColumnLayout {
        id: reading
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        spacing: Theme.publicSpace(2)
    }
    ColumnLayout {
        id: pressing
        Layout.fillWidth: true
        Layout.alignment: halves.upright ? Qt.AlignBottom : Qt.AlignVCenter
        Layout.preferredWidth: 1
        spacing: Theme.gap * 1.5
    }
}
