// The call in large, those before it beside (or, upright, below) it, then the zones and the rule.
import QtQuick
import QtQuick.Layouts
import Usher.Hall
import Usher.Theme

Rectangle {
    id: page

    required property Hall hall
    required property bool portrait
    required property real unit ///< a hundredth of the shorter side
    readonly property int gap: unit * 2
    readonly property bool inUse: hall.state !== Hall.State.Denied // else what is here is old, and nobody's

    color: Theme.paper

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: page.gap
        spacing: page.gap

        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            columns: page.portrait ? 1 : 2
            columnSpacing: page.gap
            rowSpacing: page.gap
            LastCall {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 2
                Layout.preferredHeight: 3
                hall: page.hall
                unit: page.unit
                portrait: page.portrait
            }
            EarlierCalls {
                visible: page.inUse
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: 2
                hall: page.hall
                unit: page.unit
            }
        }
        Unwell {
            Layout.fillWidth: true
            visible: page.hall.unwell
            unit: page.unit
        }
        ZoneWaits {
            visible: page.inUse
            Layout.fillWidth: true
            hall: page.hall
            unit: page.unit
            columns: page.portrait ? 2 : 4
        }
        Precedence {
            visible: page.inUse && page.hall.ruled
            Layout.fillWidth: true
            hall: page.hall
            unit: page.unit
        }
        HallLine {
            Layout.fillWidth: true
            hall: page.hall
            unit: page.unit
        }
    }
}
