// The public display: the number called last fills two thirds, both languages side by side.
//
// It speaks Chinese and English at once, so its words stand in Chinese.qml and English.qml and not
// in a translation.
import QtQuick
import QtQuick.Window
import Usher.Hall
import Usher.Theme

Window {
    id: window

    required property Hall hall
    required property bool windowed
    readonly property bool portrait: height > width

    width: 1920
    height: 1080
    visible: true
    visibility: windowed ? Window.Windowed : Window.FullScreen
    color: Theme.paper
    title: "Usher"

    HallPage {
        anchors.fill: parent
        hall: window.hall
        portrait: window.portrait
        // Sizes follow the panel, read from across the hall: its shorter side is a hundred units.
        unit: Math.min(window.width, window.height * (window.portrait ? 1 : 16 / 9), window.portrait
                       ? window.width : window.height * 16 / 9) / (window.portrait ? 100 : 178)
    }
}
