// A range of whole numbers inside a sentence of the screen's own: a range stays a range, and what
// is not known (a negative number) is a dash of its own, never zero.
import QtQuick

PublicText {
    required property int low
    required property int high
    property string pattern: "%1" // such as "about %1 min"
    property string unknown: "—"
    readonly property bool known: low >= 0 && high >= low

    text: known ? pattern.arg(low === high ? String(low) : low + "–" + high) : unknown
}
