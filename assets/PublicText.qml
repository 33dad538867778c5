// Words for the public, in millimetres: never smaller than body.
import QtQuick

Text {
    enum Role {
        Body,
        Title,
        Heading
    }

    property int role: PublicText.Role.Body
    property bool soft: false

    font.family: Theme.family
    font.pixelSize: [Theme.publicBody, Theme.publicTitle, Theme.publicHeading][role]
    font.weight: role === PublicText.Role.Body ? Theme.weightNormal : Theme.weightStrong
    color: soft ? Theme.inkSoft : Theme.ink
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
}
