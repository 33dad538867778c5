// The keys on every page, low enough for everybody: language, larger, stronger, help.
pragma ComponentBehavior: Bound
import QtQuick
import Usher.Kiosk
import Usher.Theme

Item {
    id: bar

    required property Visit visit
    readonly property real keysWidth: large.width + contrast.width + help.width + 2 * Theme.gap
    readonly property bool oneRow: ways.implicitWidth + Theme.gap + keysWidth <= width

    implicitHeight: oneRow ? Math.max(ways.implicitHeight, keys.implicitHeight)
                           : ways.implicitHeight + Theme.gap + keys.implicitHeight

    LanguageToggle {
        id: ways
        y: bar.oneRow ? (bar.height - height) / 2 : 0
        objectName: "language"
        language: bar.visit.comfort.language
        onChosen: language => bar.visit.comfort.language = language
    }
    Row {
        id: keys
        x: bar.oneRow ? bar.width - width : 0
        y: bar.height - height
        spacing: Theme.gap
        BigButton {
            primary: false
            id: large
            objectName: "large"
            checkable: true
            checked: bar.visit.comfort.large
            text: qsTr("Large text")
            onToggled: bar.visit.comfort.large = checked
        }
        BigButton {
            primary: false
            id: contrast
            objectName: "contrast"
            checkable: true
            checked: bar.visit.comfort.contrast
            text: qsTr("Contrast")
            onToggled: bar.visit.comfort.contrast = checked
        }
        BigButton {
            primary: false
            id: help
            objectName: "help"
            text: qsTr("Help")
            iconName: "person"
            onClicked: bar.visit.help.call()
        }
    }
}
