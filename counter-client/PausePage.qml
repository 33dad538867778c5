// Why the counter pauses: the lobby manager sees it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Usher.Counter
import Usher.Link

QuestionPage {
    id: page

    title: qsTr("Pause because of")

    PickList {
        objectName: "reasons"
        Layout.fillWidth: true
        Layout.fillHeight: true
        model: ReasonText.pauses
        delegate: PickRow {
            required property string modelData
            objectName: "reason-" + modelData
            text: ReasonText.of(modelData)
            onClicked: page.desk.pause(modelData)
        }
    }
}
