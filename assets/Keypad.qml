// A pad for a PIN: shows how many digits, never which. It forgets the PIN the moment it is handed
// over, and takes digits from a keyboard too.
pragma ComponentBehavior: Bound
import QtQuick

FocusScope {
    id: pad

    required property string name // what is asked for, spoken by a screen reader
    required property string deleteText
    required property string acceptText
    property bool staff: true
    property int lengthMin: 4
    property int lengthMax: 8
    readonly property int count: hidden.digits.length
    signal submitted(string pin)

    function clear(): void {
        hidden.digits = "";
    }
    function add(digit: string): void {
        if (count < lengthMax)
            hidden.digits += digit;
    }
    function remove(): void {
        hidden.digits = hidden.digits.slice(0, -1);
    }
    function accept(): void {
        if (count < lengthMin)
            return;
        const pin = hidden.digits;
        clear();
        submitted(pin);
    }

    implicitWidth: column.implicitWidth
    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: name
    Keys.onPressed: event => {
        if (event.text >= "0" && event.text <= "9" && event.text.length === 1)
            pad.add(event.text);
        else if (event.key === Qt.Key_Backspace)
            pad.remove();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            pad.accept();
        else
            return;
        event.accepted = true;
    }

    QtObject {
        id: hidden
        property string digits: ""
    }
    Column {
        id: column
        spacing: pad.staff ? Theme.staffSpace(4) : Theme.publicSpace(3)

        Item { // as wide as the longest PIN, whatever the length of this one
            id: field
            readonly property int dot: pad.staff ? Theme.staff(14) : Theme.mm(4)
            anchors.horizontalCenter: parent.horizontalCenter
            width: (2 * pad.lengthMax - 1) * dot
            height: 3 * dot
            Row {
                anchors.centerIn: parent
                spacing: field.dot
                Repeater {
                    model: pad.count
                    delegate: Rectangle {
                        objectName: "digit"
                        width: field.dot
                        height: field.dot
                        radius: field.dot / 2
                        color: Theme.ink
                    }
                }
            }
            Rectangle {
                anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
                height: Theme.staffStroke
                color: Theme.edge
            }
        }
        Grid {
            id: keys
            columns: 3
            spacing: pad.staff ? Theme.staffGap : Theme.gap
            Repeater {
                model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "delete", "0", "accept"]
                delegate: KeypadKey {
                    required property string modelData
                    readonly property bool isDelete: modelData === "delete"
                    readonly property bool isAccept: modelData === "accept"
                    objectName: "key-" + modelData
                    staff: pad.staff
                    text: isDelete ? pad.deleteText : isAccept ? pad.acceptText : modelData
                    iconName: isDelete ? "chevron-left" : isAccept ? "check" : ""
                    primary: isAccept
                    enabled: isAccept ? pad.count >= pad.lengthMin : !isDelete || pad.count > 0
                    onClicked: isDelete ? pad.remove() : isAccept ? pad.accept() : pad.add(modelData)
                }
            }
        }
    }
}
