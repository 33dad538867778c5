// One thing that needs a hand: its shape, its sentence, and what can be done about it.
import QtQuick
import QtQuick.Layouts
import Usher.Lobby
import Usher.Theme

Rectangle {
    id: card

    required property string key
    required property int trouble
    required property int level
    required property string place
    required property string part
    required property string who
    required property string number
    required property int count
    required property int minutes
    readonly property var alert: ({ trouble: trouble, place: place, part: part, who: who,
                                      number: number, count: count, minutes: minutes })
    readonly property color words: Theme.levelInk(level)
    readonly property bool truncated: title.truncated
    signal attended

    objectName: "alert-" + trouble
    radius: Theme.staffRadius
    color: Theme.levelGround(level)
    border.width: Theme.hairline
    border.color: words
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title.text
    Accessible.description: detail.text

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.staffSpace(3)
        anchors.rightMargin: Theme.staffSpace(2)
        spacing: Theme.staffSpace(3)
        Icon {
            name: Words.troubleIcon(card.trouble)
            size: Theme.staff(24)
            color: card.words
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0
            StaffText {
                id: title
                Layout.fillWidth: true
                text: Words.trouble(card.alert)
                strong: true
                color: card.words
                Accessible.ignored: true
            }
            StaffText {
                id: detail
                Layout.fillWidth: true
                visible: text !== ""
                text: Words.troubleDetail(card.alert)
                role: StaffText.Role.Small
                color: card.words
                Accessible.ignored: true
            }
        }
        StaffButton {
            objectName: "attend"
            visible: text !== ""
            text: Words.troubleAct(card.trouble)
            onClicked: card.attended()
        }
    }
}
