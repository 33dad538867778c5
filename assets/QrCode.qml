// A QR code from its matrix: rows of "1" (dark) and "0", drawn on whole pixels, dark on light in
// every scheme, with the quiet zone that readers need. A row's dark runs are one rectangle each.
pragma ComponentBehavior: Bound
import QtQuick

Rectangle {
    id: code

    required property var matrix // list of strings
    required property string name
    property int size: Theme.mm(40)
    readonly property int quiet: 4
    readonly property int count: matrix.length
    readonly property int pixel: Math.max(1, Math.floor(size / (count + 2 * quiet)))
    readonly property int origin: Math.floor((size - count * pixel) / 2)

    function runs(rows: var): var {
        const found = [];
        for (let y = 0; y < rows.length; ++y) {
            let x = 0;
            for (const run of String(rows[y]).split(/(0+)/)) {
                if (run.startsWith("1"))
                    found.push({ x: x, y: y, length: run.length });
                x += run.length;
            }
        }
        return found;
    }

    implicitWidth: size
    implicitHeight: size
    color: Theme.qrPaper
    visible: count > 0
    Accessible.role: Accessible.Graphic
    Accessible.name: name

    Repeater {
        model: code.runs(code.matrix)
        delegate: Rectangle {
            required property var modelData
            x: code.origin + modelData.x * code.pixel
            y: code.origin + modelData.y * code.pixel
            width: modelData.length * code.pixel
            height: code.pixel
            color: Theme.qrInk
        }
    }
}
