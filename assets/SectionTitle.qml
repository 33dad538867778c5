// The name of a part of a staff screen, with a figure or a remark at its right.
import QtQuick
import QtQuick.Layouts

RowLayout {
    id: section

    required property string text
    property string detail: ""

    spacing: Theme.staffSpace(2)
    implicitHeight: Theme.staffSpace(8)

    StaffText {
        text: section.text
        role: StaffText.Role.Title
        Accessible.role: Accessible.Heading
    }
    StaffText {
        Layout.fillWidth: true
        text: section.detail
        soft: true
        horizontalAlignment: Text.AlignRight
    }
}
