// Every button: big enough, pressed once by finger and keyboard, cancelled by sliding off, and
// never cutting its words short.
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Usher.Theme

Item {
    id: stage

    readonly property string longWords: "Withdraw or deposit cash in any currency at a counter"
    width: 1000
    height: 1000

    Component { id: big; BigButton { text: stage.longWords; hint: stage.longWords; width: 420 } }
    Component { id: second; BigButton { text: stage.longWords; primary: false; width: 420 } }
    Component { id: staff; StaffButton { text: stage.longWords; keyHint: "Ctrl+F7"; iconName: "hold" } }
    Component {
        id: choice
        ChoiceCard { text: stage.longWords; hint: stage.longWords; secondary: stage.longWords; iconName: "cash"; width: 420 }
    }
    Component {
        id: tile
        StateTile { title: "3"; word: "Serving"; iconName: "person"; ticket: "A103"; detail: "Cash, counter staff"; elapsed: "4′" }
    }
    Component { id: key; KeypadKey { text: "5" } }

    TestCase {
        name: "Buttons"
        when: windowShown

        SignalSpy { id: clicks; signalName: "clicked" }

        function initTestCase() {
            Theme.millimetreOverride = 4;
        }
        function cleanup() {
            Theme.large = false;
        }
        function cleanupTestCase() {
            Theme.millimetreOverride = 0;
        }
        function every() {
            return [
                { tag: "BigButton", make: big, least: 80 },
                { tag: "BigButton, secondary", make: second, least: 60 },
                { tag: "StaffButton", make: staff, least: 40 },
                { tag: "ChoiceCard", make: choice, least: 80 },
                { tag: "StateTile", make: tile, least: 40 },
                { tag: "KeypadKey", make: key, least: 40 }
            ];
        }
        function born(row) {
            const button = createTemporaryObject(row.make, stage, { x: 100, y: 100 });
            verify(button);
            waitForRendering(button);
            clicks.clear();
            clicks.target = button;
            return button;
        }

        function test_isBigEnough_data() { return every(); }
        function test_isBigEnough(row) {
            const button = born(row);
            verify(button.height >= row.least, button.height + " high");
            verify(button.width >= row.least, button.width + " wide");
        }
        function test_clicksOnceOnRelease_data() { return every(); }
        function test_clicksOnceOnRelease(row) {
            const button = born(row);
            mousePress(button);
            compare(clicks.count, 0);
            mouseRelease(button);
            compare(clicks.count, 1);
        }
        function test_slidingOffCancels_data() { return every(); }
        function test_slidingOffCancels(row) {
            const button = born(row);
            mousePress(button);
            mouseMove(button, button.width + 60, button.height + 60);
            mouseRelease(button, button.width + 60, button.height + 60);
            compare(clicks.count, 0);
        }
        function test_keysPressIt_data() { return every(); }
        function test_keysPressIt(row) {
            const button = born(row);
            button.forceActiveFocus(Qt.TabFocusReason);
            verify(button.visualFocus);
            keyClick(Qt.Key_Space);
            compare(clicks.count, 1);
            keyClick(Qt.Key_Return);
            compare(clicks.count, 2);
        }
        function test_disabledDoesNothing_data() { return every(); }
        function test_disabledDoesNothing(row) {
            const button = born(row);
            button.enabled = false;
            mouseClick(button);
            compare(clicks.count, 0);
        }
        function test_wordsAreNotCutShort_data() {
            return every().filter(row => row.tag !== "KeypadKey");
        }
        function test_wordsAreNotCutShort(row) {
            const button = born(row);
            for (const large of [false, true]) {
                Theme.large = large;
                tryVerify(() => !button.truncated && button.height >= button.implicitHeight);
            }
        }
        function test_aNarrowStaffButtonSaysItIsCut() {
            const button = born({ make: staff });
            button.width = 120;
            tryCompare(button, "truncated", true);
        }
        function test_hasANameForThoseWhoListen_data() { return every(); }
        function test_hasANameForThoseWhoListen(row) {
            const button = born(row);
            verify(button.text !== "");
            compare(button.Accessible.name, button.text);
            compare(button.Accessible.role, Accessible.Button);
        }
    }
}
