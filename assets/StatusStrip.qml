// The thin line that says where and when we are, and how fresh what is shown is.
import QtQuick
import QtQuick.Layouts

Rectangle {
    id: strip

    required property string place
    required property string clock
    required property string word // live, or how old
    property bool stale: false
    readonly property color stateInk: stale ? Theme.device : Theme.inkSoft

    implicitWidth: row.implicitWidth + 2 * Theme.staffMargin
    implicitHeight: Theme.staffSpace(9)
    color: stale ? Theme.deviceGround : Theme.paper
    Accessible.role: Accessible.StatusBar
    Accessible.name: place + ", " + clock + ", " + word

    Hatch {
        anchors.fill: parent
        visible: strip.stale
        color: Theme.device
        opacity: 0.25
    }
    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: Theme.staffMargin
        anchors.rightMargin: Theme.staffMargin
        spacing: Theme.staffSpace(3)
        Item { Layout.fillWidth: true }
        StaffText {
            text: strip.place
            strong: true
            Accessible.ignored: true
        }
        StaffText {
            text: strip.clock
            Accessible.ignored: true
        }
        Rectangle {
            implicitWidth: state.implicitWidth + Theme.staffSpace(3)
            implicitHeight: Theme.staffSpace(7)
            radius: Theme.staffRadius
            color: strip.stale ? Theme.deviceGround : "transparent"
            Row {
                id: state
                anchors.centerIn: parent
                spacing: Theme.staffSpace(1.5)
                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: strip.stale ? "offline" : "check"
                    size: Theme.staff(16)
                    color: strip.stateInk
                }
                StaffText {
                    text: strip.word
                    color: strip.stateInk
                    strong: strip.stale
                    Accessible.ignored: true
                }
            }
        }
    }
}
