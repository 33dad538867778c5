// When somebody who waits is called, from now on. One who will miss the target then has a quiet mark:
// it is not missed yet, and there is time to see to it.
import QtQuick
import QtQuick.Layouts
import Usher.Lobby
import Usher.Theme

RowLayout {
    id: forecast

    required property int low
    required property int high
    required property bool late
    readonly property string text: Words.range(low, high)
    readonly property string spoken: late ? qsTr("%1, will miss its target").arg(text) : low < 0 ? qsTr(
                                                                    "no counter serves it now") : text

    spacing: Theme.staffSpace(1)

    Icon {
        name: "clock"
        size: Theme.staff(14)
        color: Theme.willMiss
        opacity: forecast.late ? 1 : 0
    }
    StaffText {
        Layout.fillWidth: true
        role: StaffText.Role.Small
        horizontalAlignment: Text.AlignRight
        text: Theme.tablet && forecast.low >= 0 && forecast.high > 1 ? qsTr("%1–%2 min").arg(forecast.low).arg(
                                                                           forecast.high) : forecast.text
        color: forecast.late ? Theme.willMiss : Theme.inkSoft
        Accessible.ignored: true
    }
}
