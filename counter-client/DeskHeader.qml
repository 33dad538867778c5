// Whose desk this is, the time, the language, the way back to the bar; and under it what is wrong.
import QtQuick
import QtQuick.Layouts
import Usher.Counter
import Usher.Link
import Usher.Theme

Column {
    id: header

    required property Desk desk
    required property Link link
    required property Stage stage
    readonly property bool offline: desk.state === Desk.Offline
    readonly property string refusal: RefusalText.of(desk.refusal)

    RowLayout {
        x: Theme.staffMargin
        width: parent.width - x - Theme.staffSpace(2)
        height: Theme.staff(56)
        spacing: Theme.staffSpace(2)

        Column {
            Layout.fillWidth: true
            StaffText {
                width: parent.width
                text: header.desk.number > 0 ? qsTr("No. %1 · %2").arg(header.desk.number).arg(header.desk.staffName) : header.desk.outletName
                strong: true
            }
            StaffText {
                width: parent.width
                text: header.desk.number > 0 ? header.link.clock + " · " + header.desk.counterName : header.link.clock
                role: StaffText.Role.Small
                soft: true
            }
        }
        LanguageToggle {
            staff: true
            language: header.stage.language
            onChosen: language => header.stage.language = language
        }
        IconKey {
            objectName: "collapse"
            text: qsTr("Back to the bar")
            iconName: "chevron-right"
            turned: -90
            onClicked: {
                header.desk.back();
                header.desk.back();
            }
        }
    }
    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }
    OfflineBanner {
        objectName: "trouble"
        width: parent.width
        staff: true
        visible: header.desk.trouble !== Desk.Trouble.None
        text: Words.trouble(header.desk.trouble, header.link.ageSeconds)
        detail: header.offline ? Words.byHand : ""
    }
    Rectangle {
        width: parent.width
        height: Theme.staffTarget
        visible: header.refusal !== ""
        color: Theme.missedGround
        Accessible.role: Accessible.AlertMessage
        Accessible.name: header.refusal
        Row {
            x: Theme.staffMargin
            height: parent.height
            spacing: Theme.staffSpace(2)
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: "alert"
                color: Theme.missed
            }
            StaffText {
                objectName: "refusal"
                height: parent.height
                width: header.width - 2 * Theme.staffMargin - Theme.staff(28)
                wrapMode: Text.Wrap
                maximumLineCount: 2
                text: header.refusal
                color: Theme.missed
            }
        }
    }
}
