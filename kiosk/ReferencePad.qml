// Keys for a reference: digits first, as most references are made of them; capitals one touch away.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Usher.Theme

GridLayout {
    id: pad

    property bool letters: false
    property bool full: false
    signal typed(string key)
    signal removed

    columns: letters ? 6 : 3
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Keys for the reference")

    Repeater {
        model: pad.letters ? [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ-", "other", "delete"]
                           : ["1", "2", "3", "4", "5", "6", "7", "8", "9", "other", "0", "delete"]
        delegate: KeypadKey {
            required property string modelData
            readonly property bool other: modelData === "other"
            readonly property bool deletes: modelData === "delete"
            objectName: "key-" + modelData
            staff: false
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.columnSpan: pad.letters && deletes ? 2 : 1
            text: deletes ? qsTr("Delete") : other ? (pad.letters ? "123" : "ABC") : modelData
            enabled: other || deletes || !pad.full
            onClicked: other ? pad.letters = !pad.letters : deletes ? pad.removed() : pad.typed(modelData)
        }
    }
}
