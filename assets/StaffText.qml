// Words for staff, in desktop pixels: one line, cut short with an ellipsis rather than wrapped.
import QtQuick

Text {
    enum Role {
        Small,
        Body,
        Title,
        Heading,
        Hero
    }

    property int role: StaffText.Role.Body
    property bool soft: false
    property bool strong: role >= StaffText.Role.Title

    font.family: Theme.family
    font.pixelSize: [Theme.staffSmall, Theme.staffBody, Theme.staffTitle, Theme.staffHeading,
        Theme.staffHero][role]
    font.weight: strong ? Theme.weightStrong : Theme.weightNormal
    color: soft ? Theme.inkSoft : Theme.ink
    elide: Text.ElideRight
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
}
