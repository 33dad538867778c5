// Can everything be read? Contrast is worked out here, not asked of the theme.
import QtQuick
import QtTest
import Usher.Theme

TestCase {
    name: "Tokens"

    readonly property var grounds: ({
            ink: ["paper", "surface", "sunken", "accentGround", "willMissGround", "missedGround",
                "deviceGround"],
            inkSoft: ["paper", "surface", "sunken", "willMissGround", "missedGround", "deviceGround"],
            disabledInk: ["paper", "surface", "sunken"],
            accent: ["paper", "surface", "sunken", "accentGround"],
            accentInk: ["accent", "accentPressed"],
            willMiss: ["paper", "surface", "sunken", "willMissGround"],
            missed: ["paper", "surface", "sunken", "missedGround"],
            device: ["paper", "surface", "sunken", "deviceGround"]
        })

    function light(value: real): real {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
    function luminance(colour): real {
        return 0.2126 * light(colour.r) + 0.7152 * light(colour.g) + 0.0722 * light(colour.b);
    }
    function contrast(one, other): real {
        const pair = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return (pair[1] + 0.05) / (pair[0] + 0.05);
    }
    function cleanup() {
        Theme.scheme = "light";
        Theme.brandAccent = "#0B5C6B";
        Theme.large = false;
        Theme.tablet = false;
        Theme.staffScale = 1;
        Theme.millimetreOverride = 0;
        Theme.reducedMotion = false;
    }

    function test_contrastIsComputedAsWcagSays() {
        compare(contrast(Qt.rgba(1, 1, 1, 1), Qt.rgba(0, 0, 0, 1)).toFixed(2), "21.00");
        verify(Math.abs(Theme.ratio(Theme.ink, Theme.paper) - contrast(Theme.ink, Theme.paper)) < 0.05);
    }
    function test_everyWordCanBeReadOnEveryGround_data() {
        const rows = [];
        for (const scheme of ["light", "dark", "contrast"])
            for (const brand of ["#0B5C6B", "#C8102E", "#FFD400", "#00A651", "#111111", "#FFFFFF"])
                for (const ink in grounds)
                    for (const ground of grounds[ink])
                        rows.push({
                            tag: scheme + " " + brand + " " + ink + " on " + ground,
                            scheme: scheme, brand: brand, ink: ink, ground: ground
                        });
        return rows;
    }
    function test_everyWordCanBeReadOnEveryGround(row) {
        Theme.scheme = row.scheme;
        Theme.brandAccent = row.brand;
        const wanted = row.scheme === "contrast" ? 7 : 4.5;
        const found = contrast(Theme[row.ink], Theme[row.ground]);
        verify(found >= wanted, found.toFixed(2) + ":1, wanted " + wanted);
    }
    function test_whatCanBeTouchedHasAnEdge_data() {
        return [{ tag: "light" }, { tag: "dark" }, { tag: "contrast" }];
    }
    function test_whatCanBeTouchedHasAnEdge(row) {
        Theme.scheme = row.tag;
        for (const part of ["edge", "calm", "focus", "accent"])
            for (const ground of ["paper", "surface"])
                verify(contrast(Theme[part], Theme[ground]) >= 3, part + " on " + ground);
    }
    function test_levelsDifferInShapeToo() {
        const shapes = [Theme.Level.WillMiss, Theme.Level.Missed, Theme.Level.Device].map(
                         level => Theme.levelIcon(level));
        compare(new Set(shapes).size, 3);
        verify(!shapes.includes(""));
    }
    function test_publicSizesFollowTheMillimetre() {
        Theme.millimetreOverride = 4.02;
        compare(Theme.targetPrimary, 80);
        compare(Theme.publicBody, 28);
        Theme.large = true;
        verify(Theme.publicBody >= 42);
        verify(Theme.publicTicket * 0.73 >= 25 * 4.02);
        verify(Theme.gap >= 3 * 4.02);
        compare(Theme.farCapitals(8), Theme.capitals(32));
    }
    function test_theScreensOwnMillimetreIsUsedUnlessOverridden() {
        verify(Theme.millimetre > 1);
        compare(Theme.millimetre, Theme.screenMillimetre);
        Theme.millimetreOverride = 2.71;
        compare(Theme.millimetre, 2.71);
    }
    function test_staffSizesFollowTheDesktop() {
        compare([Theme.staffSmall, Theme.staffBody, Theme.staffTitle, Theme.staffHeading,
                 Theme.staffHero].join(), "13,15,18,24,40");
        Theme.staffScale = 2;
        compare(Theme.staffBody, 30);
        Theme.staffScale = 1;
        Theme.tablet = true;
        verify(Theme.staffTarget >= 11 * Theme.millimetre - 1);
    }
    function test_reducedMotionIsNone() {
        verify(Theme.motion >= 150 && Theme.motion <= 200);
        Theme.reducedMotion = true;
        compare(Theme.motion, 0);
    }
}
