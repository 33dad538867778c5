// Where this customer goes from here: another service, another zone, or one certain counter.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Usher.Counter
import Usher.Theme

QuestionPage {
    id: page

    title: qsTr("Send %1 to").arg(desk.customer.number)
    detail: desk.customer.service

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.staffGap
        Repeater {
            model: [
                { towards: Desk.Towards.Service, name: qsTr("A service") },
                { towards: Desk.Towards.Zone, name: qsTr("A zone") },
                { towards: Desk.Towards.Counter, name: qsTr("A counter") }
            ]
            delegate: StaffButton {
                required property var modelData
                objectName: "towards-" + modelData.towards
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                text: modelData.name
                checked: page.desk.towards === modelData.towards
                onClicked: page.desk.towards = modelData.towards
            }
        }
    }
    PickList {
        objectName: "targets"
        Layout.fillWidth: true
        Layout.fillHeight: true
        model: page.desk.targets
        Keys.onLeftPressed: page.desk.towards = Math.max(0, page.desk.towards - 1)
        Keys.onRightPressed: page.desk.towards = Math.min(2, page.desk.towards + 1)
        delegate: PickRow {
            required property string key
            required property string title
            required badge
            required property int standing
            required property int figure
            objectName: "target-" + key
            text: title
            detail: standing >= 0 ? Words.standing(standing) : qsTr("%1 waiting").arg(figure)
            onClicked: page.desk.transferTo(key)
        }
    }
    StaffText {
        Layout.fillWidth: true
        visible: page.desk.targets.count === 0
        text: qsTr("Nobody there can do this service.")
        soft: true
    }
}
