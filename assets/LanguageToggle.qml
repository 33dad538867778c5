// Languages side by side, each in its own name, so that anyone can find theirs. It asks; the
// screen decides and sets `language` back.
pragma ComponentBehavior: Bound
import QtQuick

Row {
    id: toggle

    required property string language
    property bool staff: false
    property list<string> languages: ["zh", "en"]
    property list<string> names: ["中文", "English"] // native, hence never translated
    signal chosen(string language)

    spacing: 0
    Accessible.role: Accessible.Grouping

    Repeater {
        model: toggle.languages.length
        delegate: Pressable {
            id: half
            required property int index
            readonly property bool current: toggle.languages[index] === toggle.language
            objectName: "language-" + toggle.languages[index]
            text: toggle.names[index]
            radius: toggle.staff ? Theme.staffRadius : Theme.publicRadius
            stroke: toggle.staff ? Theme.staffStroke : Theme.publicStroke
            leftPadding: toggle.staff ? Theme.staffSpace(3) : Theme.publicSpace(2)
            rightPadding: leftPadding
            implicitHeight: toggle.staff ? Theme.staffTarget : Theme.targetSecondary
            implicitWidth: Math.max(implicitHeight, label.implicitWidth + 2 * leftPadding)
            Accessible.role: Accessible.RadioButton
            Accessible.checkable: true
            Accessible.checked: current
            onClicked: if (!current) toggle.chosen(toggle.languages[index])

            background: Rectangle {
                radius: half.radius
                color: half.pressed ? Theme.sunken : "transparent"
            }
            PublicText {
                id: label
                anchors.centerIn: parent
                text: half.text
                wrapMode: Text.NoWrap
                font.pixelSize: toggle.staff ? Theme.staffBody : Theme.publicBody
                font.weight: half.current ? Theme.weightStrong : Theme.weightNormal
                color: half.current ? Theme.ink : Theme.inkSoft
            }
            Rectangle {
                anchors { left: label.left; right: label.right; top: label.bottom }
                height: half.stroke
                visible: half.current
                color: Theme.accent
            }
        }
    }
}
