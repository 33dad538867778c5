// Where one is, and what time it is there.
import QtQuick
import QtQuick.Layouts
import Usher.Link
import Usher.Theme

RowLayout {
    id: bar

    required property Link link
    required property string language
    property bool clockBelow: false // where it is larger

    BrandMark {
        text: bar.language === "zh" ? bar.link.outletZh : bar.link.outletEn
    }
    Item { Layout.fillWidth: true }
    PublicText {
        visible: text !== "" && !bar.clockBelow
        soft: true
        text: bar.link.clock
    }
}
