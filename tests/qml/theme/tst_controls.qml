// What the other controls promise: digits hidden, unknown is not zero, numbers line up, and every
// question is answered by one signal.
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Usher.Theme

Item {
    id: stage

    width: 1000
    height: 1000

    Component { id: pad; Keypad { name: "PIN"; deleteText: "Delete"; acceptText: "OK" } }
    Component { id: languages; LanguageToggle { language: "zh" } }
    Component { id: undo; UndoBar { text: "A107 moved to machine 2"; actionText: "Undo"; remaining: 6 } }
    Component { id: search; SearchField { placeholderText: "Search"; clearText: "Clear" } }
    Component { id: range; RangeText { low: 6; high: 11; pattern: "about %1 min" } }
    Component { id: number; TicketNumber { text: "D012"; pixelSize: 100 } }
    Component { id: bar; LimitBar { value: 9; limit: 15; word: "9 of 15" } }
    Component { id: ring; CountdownRing { remaining: 13; total: 20; name: "Time left" } }
    Component { id: qr; QrCode { matrix: ["101", "010", "111"]; name: "QR"; size: 110 } }
    Component { id: icon; Icon { name: "ticket"; color: "#ff0000"; size: 48 } }
    Component { id: veil; StaleVeil { text: "old"; width: 200; height: 200 } }
    Component { id: banner; OfflineBanner { text: "The network is away for the moment"; detail: "Tickets are still given, and everything will be passed on later"; width: 300 } }
    Component { id: under; StaffButton { text: "under" } }

    TestCase {
        name: "Controls"
        when: windowShown

        SignalSpy { id: spy }

        function born(component, settings) {
            const control = createTemporaryObject(component, stage, settings ?? {});
            verify(control);
            return control;
        }
        function listen(control, signal) {
            spy.target = null;
            spy.signalName = signal;
            spy.target = control;
            spy.clear();
        }
        // findChild does not see what a Repeater makes.
        function named(item, name) {
            if (item.objectName === name)
                return item;
            for (let i = 0; i < item.children.length; ++i) {
                const found = named(item.children[i], name);
                if (found)
                    return found;
            }
            return null;
        }
        function count(item, name) {
            let found = item.objectName === name ? 1 : 0;
            for (let i = 0; i < item.children.length; ++i)
                found += count(item.children[i], name);
            return found;
        }
        function touch(control, name) {
            const part = named(control, name);
            verify(part, name);
            tryVerify(() => part.visible && part.width > 0);
            mouseClick(part);
        }

        function test_keypadHandsOverThePinOnceAndForgetsIt() {
            const keypad = born(pad);
            listen(keypad, "submitted");
            for (const digit of ["1", "2", "0", "9"])
                touch(keypad, "key-" + digit);
            compare(keypad.count, 4);
            touch(keypad, "key-accept");
            compare(spy.count, 1);
            compare(spy.signalArguments[0][0], "1209");
            compare(keypad.count, 0);
        }
        function test_keypadShowsWhatWasTypedAndNoLength() {
            const keypad = born(pad);
            const width = keypad.implicitWidth;
            const shown = () => count(keypad, "digit");
            compare(shown(), 0);
            keypad.add("1"); keypad.add("2");
            tryVerify(() => shown() === 2);
            for (let i = 0; i < 6; ++i)
                keypad.add("3");
            tryVerify(() => shown() === 8);
            compare(keypad.implicitWidth, width);
        }
        function test_keypadTakesAKeyboardToo() {
            const keypad = born(pad);
            listen(keypad, "submitted");
            keypad.forceActiveFocus();
            keyClick("1"); keyClick("2"); keyClick("3"); keyClick("9");
            keyClick(Qt.Key_Backspace);
            keyClick(Qt.Key_Return); // three digits are too few
            compare(spy.count, 0);
            keyClick("4");
            keyClick(Qt.Key_Return);
            compare(spy.signalArguments[0][0], "1234");
        }
        function test_keypadHasAnEnd() {
            const keypad = born(pad, { lengthMax: 6 });
            for (let i = 0; i < 9; ++i)
                keypad.add("7");
            compare(keypad.count, 6);
        }
        function test_languageIsAskedForNotTaken() {
            const control = born(languages);
            listen(control, "chosen");
            touch(control, "language-zh"); // already so
            compare(spy.count, 0);
            touch(control, "language-en");
            compare(spy.count, 1);
            compare(spy.signalArguments[0][0], "en");
            compare(control.language, "zh");
        }
        function test_undoIsOneSignal() {
            const control = born(undo);
            listen(control, "undone");
            touch(control, "undo");
            compare(spy.count, 1);
            verify(!control.truncated);
        }
        function test_escapeAndTheCrossEmptyASearch() {
            const control = born(search);
            control.forceActiveFocus();
            keyClick("a");
            compare(control.text, "a");
            keyClick(Qt.Key_Escape);
            compare(control.text, "");
            keyClick("b");
            touch(control, "clear");
            compare(control.text, "");
        }
        function test_aRangeStaysARange() {
            compare(born(range).text, "about 6–11 min");
            compare(born(range, { low: 4, high: 4 }).text, "about 4 min");
            compare(born(range, { low: 0, high: 0 }).text, "about 0 min");
            compare(born(range, { low: -1, high: -1 }).text, "—");
        }
        function test_numbersOfOneLengthAreOneWidth() {
            const width = born(number).width;
            verify(width > 200);
            for (const text of ["A111", "G888", "I404"])
                compare(born(number, { text: text }).width, width);
        }
        function test_unknownIsNotZero() {
            verify(born(bar).known);
            verify(born(bar, { value: 0 }).known);
            verify(!born(bar, { value: NaN }).known);
        }
        function test_theRingHasATickForEachSecond() {
            const control = born(ring);
            const ticks = [];
            for (let i = 0; i < control.children.length; ++i)
                if (control.children[i].ahead !== undefined)
                    ticks.push(control.children[i]);
            compare(ticks.length, 20);
            compare(ticks.filter(tick => tick.ahead).length, 13);
            control.remaining = 12;
            compare(ticks.filter(tick => tick.ahead).length, 12);
        }
        function test_qrIsDarkOnLightOnWholePixels() {
            Theme.scheme = "dark";
            const code = born(qr);
            compare(code.pixel, 10);
            const picture = grabImage(code);
            Theme.scheme = "light";
            compare(picture.pixel(5, 5), "#ffffff"); // quiet zone
            compare(picture.pixel(45, 45), "#000000");
            compare(picture.pixel(55, 45), "#ffffff");
            compare(picture.pixel(55, 55), "#000000");
        }
        function test_iconsAreThereAtOnceInTheirColour() {
            const control = born(icon);
            compare(control.status, Image.Ready);
            const picture = grabImage(control);
            let red = 0;
            for (let x = 0; x < 48; ++x)
                red += Qt.colorEqual(picture.pixel(x, 16), "#ff0000") ? 1 : 0;
            verify(red >= 4, red + " red pixels");
        }
        function test_whatIsOldCannotBePressed() {
            const button = born(under, { x: 20, y: 20 });
            listen(button, "clicked");
            const cover = born(veil);
            mouseClick(button);
            compare(spy.count, 0);
            cover.blocking = false;
            mouseClick(button);
            compare(spy.count, 1);
        }
        function test_aBannerGrowsRatherThanCuts() {
            const control = born(banner);
            tryVerify(() => control.height > 3 * Theme.publicBody);
            verify(!control.truncated);
            verify(control.height > 3 * Theme.publicBody);
        }
    }
}
