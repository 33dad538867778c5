// The idle warning as a kiosk would ask it, a public keypad, and the keyboard's focus.
import QtQuick
import QtQuick.Layouts
import Usher.Theme

Rectangle {
    id: gallery

    required property string scheme
    required property bool large

    width: 1080
    height: 1500
    color: Theme.paper
    Component.onCompleted: {
        Theme.scheme = scheme;
        Theme.large = large;
        Theme.reducedMotion = true;
        Theme.millimetreOverride = 4.02;
    }
    Window.onActiveChanged: focused.forceActiveFocus(Qt.TabFocusReason)

    RowLayout {
        x: Theme.margin
        y: Theme.margin
        spacing: Theme.publicSpace(6)
        Keypad {
            staff: false
            name: "PIN"
            deleteText: "删除"
            acceptText: "确定"
            Component.onCompleted: {
                for (const digit of "1209")
                    add(digit);
            }
        }
        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            spacing: Theme.publicSpace(4)
            BigButton { primary: false; text: "返回"; iconName: "chevron-left" }
            ChoiceCard { text: "现金存取"; hint: "约 12–18 分钟"; iconName: "cash" }
            TicketNumber { text: "A111"; pixelSize: Theme.capitals(12) }
            TicketNumber { text: "D088"; pixelSize: Theme.capitals(12) }
        }
    }
    Item {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: 900
        clip: true
        Question {
            anchors.fill: parent
            name: "还需要时间吗？"
            CountdownRing {
                anchors.horizontalCenter: parent.horizontalCenter
                remaining: 13
                total: 20
                name: "Time left"
            }
            PublicText {
                anchors.horizontalCenter: parent.horizontalCenter
                role: PublicText.Role.Title
                text: "还需要时间吗？"
            }
            BigButton {
                id: focused
                width: Theme.mm(140)
                text: "继续"
            }
            BigButton {
                width: Theme.mm(140)
                primary: false
                text: "结束"
            }
        }
    }
}
