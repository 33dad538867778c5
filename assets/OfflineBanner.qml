// Says, across the whole width, that the connection or a device is gone and what one can do.
import QtQuick
import QtQuick.Layouts

Rectangle {
    id: banner

    required property string text
    property string detail: ""
    property string iconName: "offline"
    property bool staff: false
    readonly property int space: staff ? Theme.staffSpace(3) : Theme.publicSpace(2)
    readonly property bool truncated: title.truncated || body.truncated

    implicitWidth: Theme.staff(480)
    implicitHeight: row.implicitHeight + 2 * space
    color: Theme.deviceGround
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text
    Accessible.description: detail

    Rectangle {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Theme.staffStroke
        color: Theme.device
    }
    RowLayout {
        id: row
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        anchors.leftMargin: banner.staff ? Theme.staffMargin : Theme.margin
        anchors.rightMargin: anchors.leftMargin
        spacing: banner.space
        Icon {
            name: banner.iconName
            size: banner.staff ? Theme.staffIcon : Theme.publicIcon
            color: Theme.device
        }
        Column {
            Layout.fillWidth: true
            PublicText {
                id: title
                width: parent.width
                text: banner.text
                font.pixelSize: banner.staff ? Theme.staffBody : Theme.publicBody
                font.weight: Theme.weightStrong
                color: Theme.device
                Accessible.ignored: true
            }
            PublicText {
                id: body
                width: parent.width
                visible: text !== ""
                text: banner.detail
                font.pixelSize: banner.staff ? Theme.staffBody : Theme.publicBody
                color: Theme.device
                Accessible.ignored: true
            }
        }
    }
}
