// Why somebody may be called first: said to all, so that nobody needs to wonder about one.
import QtQuick
import Usher.Hall
import Usher.Theme

Column {
    id: rule

    required property real unit

    spacing: unit * 0.3
    PublicText {
        width: parent.width
        text: Chinese.precedence
        font.pixelSize: rule.unit * 2.4
    }
    PublicText {
        width: parent.width
        text: English.precedence
        font.pixelSize: rule.unit * 2
        soft: true
    }
}
