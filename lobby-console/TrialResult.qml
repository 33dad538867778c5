// What a change would do, in figures: tier by tier, then those who wait now by name.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Usher.Lobby
import Usher.Theme

ColumnLayout {
    id: result

    required property Trial trial
    readonly property var effect: trial.effect

    spacing: Theme.staffGap

    TrialWords {
        id: say
    }

    RowLayout {
        spacing: Theme.staffSpace(2)
        Heading { text: qsTr("Who") }
        Heading { text: qsTr("Average wait, min"); share: 3 }
        Heading { text: qsTr("Over target") }
        Heading { text: qsTr("Win / lose a minute") }
    }
    Repeater {
        model: result.trial.tiers
        delegate: RowLayout {
            id: row
            required property var modelData
            readonly property bool clear: modelData.direction !== 0
            spacing: Theme.staffSpace(2)
            Cell { text: row.modelData.name; role: StaffText.Role.Body }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 3
                spacing: 0
                Cell {
                    text: qsTr("%1 → %2").arg(say.decimal(row.modelData.waitNow)).arg(say.decimal(row.modelData.waitThen))
                    role: StaffText.Role.Body
                    strong: row.clear
                }
                Cell {
                    text: row.clear ? qsTr("%1 (%2 to %3)").arg(say.signed(row.modelData.less)).arg(
                                          say.signed(row.modelData.low)).arg(say.signed(row.modelData.high))
                                    : qsTr("no clear difference")
                    soft: true
                }
            }
            Cell {
                text: qsTr("%1 → %2 %").arg(row.modelData.lateNow).arg(row.modelData.lateThen)
                role: StaffText.Role.Body
            }
            Cell {
                objectName: "gain-" + row.modelData.name
                text: qsTr("%1 / %2").arg(say.share(row.modelData.gain)).arg(say.share(row.modelData.lose))
                role: StaffText.Role.Body
            }
        }
    }
    Line {
        text: qsTr("Waiting now, called sooner: %1").arg(say.touched(result.effect.sooner))
    }
    Line {
        text: qsTr("Waiting now, called later: %1").arg(say.touched(result.effect.later))
    }
    Line {
        text: qsTr("This counter stands idle %1 → %2 min until the day ends").arg(result.effect.idleNow).arg(
                  result.effect.idleThen)
    }
    Line {
        text: qsTr("The rest of the day, played %1 times over").arg(result.effect.futures)
        soft: true
    }
    component Cell: StaffText {
        property int share: 2
        Layout.fillWidth: true
        Layout.preferredWidth: share
        role: StaffText.Role.Small
    }
    component Heading: Cell {
        Layout.alignment: Qt.AlignBottom
        soft: true
        wrapMode: Text.Wrap
    }
    component Line: StaffText {
        Layout.fillWidth: true
        role: StaffText.Role.Small
        wrapMode: Text.Wrap
    }
}
