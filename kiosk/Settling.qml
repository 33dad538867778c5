// Lies over a page that has just come: the second tap of a double tap was meant for what was there
// before, and must not take what nobody has read.
import QtQuick
import Usher.Kiosk
import Usher.Theme

MouseArea {
    id: settling

    required property Choices choices

    function begin(): void {
        if (Theme.doubleTap > 0)
            pause.restart();
    }

    objectName: "settling"
    visible: pause.running && Theme.doubleTap > 0
    Timer {
        id: pause
        interval: Theme.doubleTap
    }
    Connections {
        target: settling.choices
        function onModelReset(): void {
            settling.begin();
        }
    }
}
