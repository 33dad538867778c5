// A QR code from its matrix: rows of "1" (dark) and "0", drawn on whole pixels, dark on light in
// every scheme with the quiet zone readers need.
import QtQuick

Rectangle {
    id: code

    required property var matrix // list of strings
    required property string name
    property int size: Theme.mm(40)
    readonly property int quiet: 4
    readonly property int modules: matrix.length + 2 * quiet
    readonly property int pixel: Math.max(1, Math.floor(size / modules))

    implicitWidth: size
    implicitHeight: size
    color: Theme.qrPaper
    visible: matrix.length > 0
    Accessible.role: Accessible.Graphic
    Accessible.name: name
    onMatrixChanged: canvas.requestPaint()

    Canvas {
        id: canvas
        anchors.centerIn: parent
        width: code.pixel * code.matrix.length
        height: width
        antialiasing: false
        onPaint: {
            const pen = getContext("2d");
            pen.reset();
            pen.fillStyle = Theme.qrInk;
            for (let y = 0; y < code.matrix.length; ++y)
                for (let x = 0; x < code.matrix[y].length; ++x)
                    if (code.matrix[y][x] === "1")
                        pen.fillRect(x * code.pixel, y * code.pixel, code.pixel, code.pixel);
        }
    }
}
