// Languages side by side, each in its own name, so that anyone can find theirs. It asks; the
// screen decides and sets `language` back.
pragma ComponentBehavior: Bound
import QtQuick

Row {
    id: choice

    required property string language
    property bool staff: false
    property var languages: [ // native names, hence never translated
        { code: "zh", name: "中文" },
        { code: "en", name: "English" }
    ]
    signal chosen(string language)

    spacing: 0
    Accessible.role: Accessible.Grouping

    Repeater {
        model: choice.languages
        delegate: Pressable {
            id: half
            required property var modelData
            readonly property bool current: modelData.code === choice.language
            objectName: "language-" + modelData.code
            text: modelData.name
            radius: choice.staff ? Theme.staffRadius : Theme.publicRadius
            stroke: choice.staff ? Theme.staffStroke : Theme.publicStroke
            leftPadding: choice.staff ? Theme.staffSpace(3) : Theme.publicSpace(2)
            rightPadding: leftPadding
            implicitHeight: choice.staff ? Theme.staffTarget : Theme.targetSecondary
            implicitWidth: Math.max(implicitHeight, label.implicitWidth + 2 * leftPadding)
            Accessible.role: Accessible.RadioButton
            Accessible.checkable: true
            Accessible.checked: current
            onClicked: if (!current) choice.chosen(modelData.code)

            background: Rectangle {
                radius: half.radius
                color: half.pressed ? Theme.sunken : "transparent"
            }
            PublicText {
                id: label
                anchors.centerIn: parent
                text: half.text
                wrapMode: Text.NoWrap
                font.pixelSize: choice.staff ? Theme.staffBody : Theme.publicBody
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
