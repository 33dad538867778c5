// The keys on every page, low enough for everybody: back, language, larger, stronger, help.
pragma ComponentBehavior: Bound
import QtQuick
import Usher.Kiosk
import Usher.Theme

Item {
    id: bar

    required property Visit visit
    readonly property real keysWidth: large.implicitWidth + contrast.implicitWidth + help.implicitWidth + 2 * Theme.gap
    readonly property bool oneRow: ways.implicitWidth + Theme.gap + keysWidth <= width

    implicitHeight: oneRow ? Math.max(ways.implicitHeight, keys.implicitHeight)
                           : ways.implicitHeight + Theme.gap + keys.implicitHeight

    Row {
        id: ways
        spacing: Theme.gap
        BigButton {
            objectName: "back"
            primary: false
            visible: bar.visit.state === Visit.State.Choosing
            text: qsTr("Back")
            iconName: "chevron-left"
            onClicked: bar.visit.back()
        }
        LanguageToggle {
            objectName: "language"
            language: bar.visit.comfort.language
            onChosen: language => bar.visit.comfort.language = language
        }
    }
    Row {
        id: keys
        anchors.right: bar.oneRow ? parent.right : undefined
        anchors.bottom: parent.bottom
        spacing: Theme.gap
        readonly property real share: (bar.width - 2 * spacing) / 3
        BigButton {
            id: large
            objectName: "large"
            width: bar.oneRow ? implicitWidth : keys.share
            primary: false
            checkable: true
            checked: bar.visit.comfort.large
            text: qsTr("Large text")
            onToggled: bar.visit.comfort.large = checked
        }
        BigButton {
            id: contrast
            objectName: "contrast"
            width: bar.oneRow ? implicitWidth : keys.share
            primary: false
            checkable: true
            checked: bar.visit.comfort.contrast
            text: qsTr("Contrast")
            onToggled: bar.visit.comfort.contrast = checked
        }
        BigButton {
            id: help
            objectName: "help"
            width: bar.oneRow ? implicitWidth : keys.share
            primary: false
            text: qsTr("Help")
            iconName: "person"
            onClicked: bar.visit.help.call()
        }
    }
}
