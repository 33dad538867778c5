// Customers this counter has put on hold: picking one brings them back to their place in the line.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Usher.Counter

QuestionPage {
    id: page

    title: qsTr("Bring back")
    detail: qsTr("to their place in the line")

    PickList {
        objectName: "heldList"
        Layout.fillWidth: true
        Layout.fillHeight: true
        model: page.desk.held
        delegate: PickRow {
            required property string key
            required property string title
            required badge
            required property int figure
            objectName: "held-" + key
            text: title
            detail: qsTr("on hold %1′").arg(figure)
            onClicked: page.desk.takeBack(key)
        }
    }
}
