// The wardrobe: the one place where a colour, a size, a duration or a font is written.
//
// Screens choose by meaning (ink, willMiss, publicBody) and never by value. What may be set from
// outside is at the top; everything below follows from it.
pragma Singleton
import QtQuick

QtObject {
    id: theme

    // How much a thing needs a hand. Shape and word always say the same as the colour.
    enum Level {
        Calm,
        WillMiss,
        Missed,
        Device,
        Act
    }

    // ---- settings -------------------------------------------------------------------------
    property string scheme: "light" // light | dark | contrast
    property bool large: false // 大字: public text only
    property bool reducedMotion: false
    property int doubleTap: 500 ///< a second tap within this was meant for what was there before
    property bool tablet: false // staff controls grow to a fingertip
    property real staffScale: 1 // what the desktop asks for
    property real millimetreOverride: 0 // pixels in a millimetre; panels often lie about it
    property color brandAccent: "#0B5C6B"
    property url brandLogo: ""

    // ---- colours --------------------------------------------------------------------------
    readonly property bool dark: scheme === "dark"
    readonly property bool contrast: scheme === "contrast"
    function pick(light: color, dark: color, contrast: color): color {
        return theme.contrast ? contrast : theme.dark ? dark : light;
    }

    readonly property color paper: pick("#F7F6F3", "#16181B", "#000000")
    readonly property color surface: pick("#FFFFFF", "#1E2125", "#000000")
    readonly property color sunken: pick("#EEECE7", "#282C31", "#000000")
    readonly property color line: pick("#DAD8D2", "#33383E", "#FFFFFF")
    readonly property color edge: pick("#85827B", "#757B82", "#FFFFFF") // of what can be touched
    readonly property color ink: pick("#1B1D1F", "#ECEBE7", "#FFFFFF")
    readonly property color inkSoft: pick("#5C6066", "#A4A8AD", "#FFFFFF")
    readonly property color disabledInk: pick("#5C6066", "#A4A8AD", "#B8B8B8")
    readonly property color disabledLine: pick("#DAD8D2", "#33383E", "#6E6E6E")
    readonly property color calm: pick("#84888E", "#7D838A", "#FFFFFF") // bars that ask nothing

    // A brand's colour is moved towards ink until it can be read on paper.
    readonly property bool ownBrand: Qt.colorEqual(brandAccent, "#0B5C6B")
    readonly property color accent: contrast ? "#FFFF00" : ownBrand && dark ? "#5BB8C7" : readable(
                                                   brandAccent, sunken, ink)
    readonly property color accentInk: luminance(accent) < 0.18 ? "#FFFFFF" : "#000000"
    readonly property color accentPressed: Qt.tint(accent, accentInk.hslLightness > 0.5 ? "#28000000" :
                                                                               "#50FFFFFF")
    readonly property color accentGround: contrast ? "#000000" : Qt.tint(surface, Qt.alpha(
                                                                             accent, 0.1))
    readonly property color focus: contrast ? accent : ink

    readonly property color willMiss: pick("#9A5B00", "#F2B84B", "#FFD000")
    readonly property color willMissGround: pick("#FFF1D6", "#3A2C10", "#000000")
    readonly property color missed: pick("#A3202B", "#FF8A8A", "#FF7070")
    readonly property color missedGround: pick("#FDE7E7", "#3B1518", "#000000")
    readonly property color device: pick("#1F4FA3", "#8DB4FF", "#7FB2FF")
    readonly property color deviceGround: pick("#E6EEFB", "#14233F", "#000000")
    readonly property color veil: pick("#73F7F6F3", "#7316181B", "#80000000") // over what is old
    readonly property color shade: pick("#8C1B1D1F", "#A6000000", "#CC000000") // behind a question
    readonly property color qrInk: "#000000"
    readonly property color qrPaper: "#FFFFFF" // readers expect dark on light in every scheme

    function levelInk(level: int): color {
        return [ink, willMiss, missed, device, accent][level];
    }
    function levelGround(level: int): color {
        return [surface, willMissGround, missedGround, deviceGround, accentGround][level];
    }
    function levelIcon(level: int): string {
        return ["", "alert", "overdue", "machine", ""][level];
    }

    // ---- type -----------------------------------------------------------------------------
    readonly property string family: "Noto Sans CJK SC"
    readonly property int weightNormal: Font.Normal
    readonly property int weightMedium: Font.Medium
    readonly property int weightStrong: Font.Bold
    readonly property real digitWidth: 0.6 // of the size: one cell for each character
    readonly property real letterWidth: 0.72

    // Public sizes are capital heights in millimetres; 0.69 is the capitals' share of the size.
    readonly property real capitalShare: 0.69
    function capitals(millimetres: real): int {
        return Math.max(1, Math.round(millimetres * millimetre / capitalShare));
    }
    function farCapitals(metres: real): int { // read from a distance: 1/250 of it
        return capitals(metres * 1000 / 250);
    }
    readonly property int publicBody: capitals(large ? 7.3 : 4.8)
    readonly property int publicTitle: capitals(large ? 8.8 : 6.4)
    readonly property int publicHeading: capitals(large ? 12 : 10)
    readonly property int publicTicket: capitals(25)

    function staff(pixels: real): int {
        return Math.round(pixels * staffScale);
    }
    readonly property int staffSmall: staff(13)
    readonly property int staffBody: staff(15)
    readonly property int staffTitle: staff(18)
    readonly property int staffHeading: staff(24)
    readonly property int staffHero: staff(40)

    // ---- space ----------------------------------------------------------------------------
    readonly property real screenMillimetre: {
        const screens = Application.screens;
        return screens.length > 0 && screens[0].pixelDensity > 0 ? screens[0].pixelDensity : 3.78;
    }
    readonly property real millimetre: millimetreOverride > 0 ? millimetreOverride : screenMillimetre
    function mm(millimetres: real): int {
        return Math.round(millimetres * millimetre);
    }
    function publicSpace(steps: real): int { // steps of 2 mm
        return mm(2 * steps);
    }
    function staffSpace(steps: real): int { // steps of 4 px
        return staff(4 * steps);
    }
    readonly property int gap: publicSpace(2) // between public controls; 3 mm is the least
    readonly property int margin: publicSpace(6) // of a public page
    readonly property int staffGap: staffSpace(2)
    readonly property int staffMargin: staffSpace(4)

    readonly property int targetPrimary: mm(20)
    readonly property int targetSecondary: mm(15)
    readonly property int staffTarget: tablet ? Math.max(staff(44), mm(11)) : staff(40)
    readonly property int staffRow: tablet ? Math.max(staff(44), mm(11)) : staff(36)
    readonly property int counterBar: staff(72)

    readonly property int publicRadius: mm(3)
    readonly property int staffRadius: staff(8)
    readonly property int hairline: contrast ? 2 : 1
    readonly property int publicStroke: Math.max(2, mm(0.5))
    readonly property int staffStroke: staff(2)
    readonly property int staffIcon: staff(20)
    readonly property int publicIcon: mm(large ? 11 : 8)

    // ---- time, in milliseconds ------------------------------------------------------------
    readonly property int motion: reducedMotion ? 0 : 180

    readonly property url chime: Qt.resolvedUrl("sounds/chime.wav")

    // ---- legibility -----------------------------------------------------------------------
    function channel(value: real): real {
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
    function luminance(c: color): real {
        return 0.2126 * channel(c.r) + 0.7152 * channel(c.g) + 0.0722 * channel(c.b);
    }
    /// WCAG contrast of two opaque colours, 1 to 21.
    function ratio(one: color, other: color): real {
        const a = luminance(one);
        const b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }
    function readable(wish: color, ground: color, towards: color): color {
        let result = wish;
        for (let share = 0; share <= 1 && ratio(result, ground) < 4.5; share += 0.05)
            result = Qt.tint(wish, Qt.alpha(towards, share));
        return result;
    }
}
