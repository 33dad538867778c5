// Why somebody may be called first: said to all, so that nobody needs to wonder about one. And if
// fewer can serve than usual, that.
import QtQuick
import Usher.Hall
import Usher.Theme

Column {
    id: rule

    required property Hall hall
    required property real unit

    spacing: unit * 0.3
    Item {
        objectName: "degraded"
        visible: rule.hall.degraded
        width: parent.width
        height: few.height + rule.unit
        Row {
            id: few
            width: parent.width
            spacing: rule.unit * 1.2
            Icon {
                id: mark
                anchors.verticalCenter: parent.verticalCenter
                name: "clock"
                size: rule.unit * 2.8
                color: Theme.ink
            }
            PublicText {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - mark.width - parent.spacing
                text: Chinese.degraded + "  " + English.degraded
                font.pixelSize: rule.unit * 2.4
                font.weight: Theme.weightMedium
            }
        }
    }
    PublicText {
        objectName: "ruleZh"
        width: parent.width
        text: Chinese.precedence(rule.hall.favoured, rule.hall.overtakingMinutes)
        font.pixelSize: rule.unit * 3.2
        font.weight: Theme.weightMedium
    }
    PublicText {
        objectName: "ruleEn"
        width: parent.width
        text: English.precedence(rule.hall.favoured, rule.hall.overtakingMinutes)
        font.pixelSize: rule.unit * 2.4
        soft: true
    }
}
