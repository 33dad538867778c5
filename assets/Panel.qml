// A sheet of surface on paper, edged with a line. Put things into it; it sets no margins.
import QtQuick

Rectangle {
    property bool staff: true

    radius: staff ? Theme.staffRadius : Theme.publicRadius
    color: Theme.surface
    border.width: Theme.hairline
    border.color: Theme.line
}
