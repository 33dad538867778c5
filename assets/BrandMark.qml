// The bank's logo, if a setting names one, beside the name of the place.
import QtQuick

Row {
    id: brand

    required property string text
    property bool staff: false
    readonly property int size: staff ? Theme.staffTitle : Theme.publicTitle

    spacing: staff ? Theme.staffSpace(2) : Theme.publicSpace(1.5)

    Image {
        anchors.verticalCenter: parent.verticalCenter
        height: Math.round(brand.size * 1.4)
        fillMode: Image.PreserveAspectFit
        sourceSize.height: height
        source: Theme.brandLogo
        visible: status === Image.Ready
        Accessible.ignored: true
    }
    Text {
        anchors.verticalCenter: parent.verticalCenter
        text: brand.text
        textFormat: Text.PlainText
        font.family: Theme.family
        font.pixelSize: brand.size
        font.weight: Theme.weightStrong
        color: Theme.ink
    }
}
