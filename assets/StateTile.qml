// One counter as it stands: who, doing what, for how long. State is a word and a shape; colour
// comes only with a level.
import QtQuick
import QtQuick.Layouts

Pressable {
    id: tile

    required property string title
    required property string word
    required property string iconName
    property string ticket: ""
    property string person: "" // cut short before what they do is
    property string detail: ""
    property string elapsed: ""
    property string note: "" // what is out of the ordinary here for a while
    property string noteIcon: ""
    property int level: Theme.Level.Calm
    property bool muted: false // closed or nobody there
    property bool selected: false
    readonly property bool truncated: wordLabel.truncated || personLabel.truncated
                                      || detailLabel.truncated || noteLabel.truncated
    readonly property color stateInk: level === Theme.Level.Calm ? Theme.inkSoft : Theme.levelInk(
                                                                       level)

    text: title + ", " + word + after(ticket) + after(person) + after(detail) + after(elapsed) + after(note)
    function after(part: string): string {
        return part === "" ? "" : ", " + part;
    }
    padding: Theme.staffSpace(Theme.tablet ? 2 : 3)
    implicitWidth: Theme.staff(200)
    implicitHeight: Theme.staff(112)

    background: Rectangle {
        radius: tile.radius
        color: tile.pressed ? Theme.sunken : tile.level !== Theme.Level.Calm ? Theme.levelGround(
                                                                                   tile.level) : tile.muted
                                                                               ? Theme.paper : Theme.surface
        border.width: tile.selected ? Theme.staffStroke : Theme.hairline
        border.color: tile.selected ? Theme.accent : tile.level !== Theme.Level.Calm
                                      ? Theme.levelInk(tile.level) : tile.hovered ? Theme.edge : Theme.line
    }
    ColumnLayout {
        anchors { fill: parent; margins: tile.padding }
        spacing: 0

        RowLayout {
            spacing: Theme.staffSpace(1)
            StaffText {
                Layout.fillWidth: true
                Layout.minimumWidth: implicitWidth // whatever else there is to say, the number stands
                text: tile.title
                role: StaffText.Role.Title
                soft: tile.muted
            }
            StaffText {
                id: wordLabel
                text: tile.word
                role: Theme.tablet ? StaffText.Role.Small : StaffText.Role.Body
                color: tile.stateInk
                strong: tile.level !== Theme.Level.Calm
            }
            Icon {
                name: tile.iconName
                size: Theme.tablet ? Theme.staff(16) : Theme.staffIcon
                color: tile.stateInk
            }
        }
        Item { Layout.fillHeight: true }
        RowLayout {
            TicketNumber {
                text: tile.ticket
                pixelSize: Theme.staffHeading
            }
            Item { Layout.fillWidth: true }
            Icon {
                name: tile.level === Theme.Level.Device ? "" : Theme.levelIcon(tile.level)
                size: Theme.staff(16)
                color: tile.stateInk
                Layout.alignment: Qt.AlignBottom
                Layout.bottomMargin: Theme.staffSpace(0.5)
            }
            StaffText {
                text: tile.elapsed
                color: tile.level === Theme.Level.Calm ? Theme.ink : tile.stateInk
                strong: tile.level !== Theme.Level.Calm
                Layout.alignment: Qt.AlignBottom
            }
        }
        RowLayout {
            id: who
            visible: tile.person !== "" || tile.detail !== ""
            spacing: Theme.staffSpace(1)
            StaffText {
                id: personLabel
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
                visible: text !== ""
                text: tile.person
                role: StaffText.Role.Small
                soft: true
            }
            StaffText {
                id: detailLabel
                Layout.fillWidth: true
                Layout.minimumWidth: Math.min(Math.ceil(implicitWidth), tile.availableWidth - (
                                                  tile.person !== "" ? Theme.staff(32) : 0))
                visible: tile.detail !== ""
                text: tile.person !== "" ? "· " + tile.detail : tile.detail
                role: StaffText.Role.Small
                soft: true
            }
        }
        RowLayout {
            visible: tile.note !== ""
            Layout.topMargin: Theme.tablet ? 0 : Theme.staffSpace(1)
            spacing: Theme.staffSpace(1)
            Icon {
                name: tile.noteIcon
                size: Theme.staff(14)
                color: Theme.ink
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: Theme.staffSpace(0.5)
            }
            StaffText {
                id: noteLabel
                Layout.fillWidth: true
                text: tile.note
                role: StaffText.Role.Small
                wrapMode: Text.Wrap
                maximumLineCount: 2
            }
        }
    }
}
