// One page back.
import QtQuick
import Usher.Theme

BigButton {
    objectName: "back"
    primary: false
    text: qsTr("Back")
    iconName: "chevron-left"
}
