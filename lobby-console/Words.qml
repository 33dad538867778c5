// What the lobby's codes are called: states, phases, troubles, deeds and the reasons for them.
pragma Singleton
import QtQml
import Usher.Link
import Usher.Lobby

QtObject {
    // Reasons are kept in the journal as they stand here, whatever the screen's language.
    readonly property list<string> promoteReasons: ["elderly", "disabled", "with a child", "unwell",
        "appointment", "our mistake"]
    readonly property list<string> overrideReasons: ["long queue", "short of staff", "machines down",
        "customer waiting"]
    /// What a machine can be reported as: its state, and what more there is to say.
    readonly property var machineReports: [
        { key: "ready", state: Lobby.Counter.Ready, detail: "" },
        { key: "busy", state: Lobby.Counter.Busy, detail: "" },
        { key: "cash", state: Lobby.Counter.OutOfCash, detail: "" },
        { key: "paper", state: Lobby.Counter.OutOfPaper, detail: "" },
        { key: "jam", state: Lobby.Counter.Down, detail: "card jam" },
        { key: "down", state: Lobby.Counter.Down, detail: "" }
    ]

    function reason(code: string): string {
        switch (code) {
        case "elderly": return qsTr("Elderly");
        case "disabled": return qsTr("Disabled");
        case "with a child": return qsTr("With a child");
        case "unwell": return qsTr("Unwell");
        case "appointment": return qsTr("Appointment");
        case "our mistake": return qsTr("Our mistake");
        case "out of paper": return qsTr("Out of paper");
        case "out of cash": return qsTr("Out of cash");
        case "card jam": return qsTr("Card jam");
        case "not working": return qsTr("Not working");
        case "long queue": return qsTr("Long queue");
        case "short of staff": return qsTr("Short of staff");
        case "machines down": return qsTr("Machines down");
        case "customer waiting": return qsTr("A customer waits");
        case "forecast": return qsTr("The forecast speaks for it");
        default: return ReasonText.of(code); // of a pause, or somebody's own words
        }
    }
    function part(code: string): string {
        switch (code) {
        case "printer": return qsTr("printer");
        case "card-reader": return qsTr("card reader");
        default: return code;
        }
    }
    /// A wait in whole minutes from now on; below zero: nobody knows.
    function range(low: int, high: int): string {
        return low < 0 ? "—" : high <= 1 ? qsTr("soon") : low === high ? qsTr("about %1 min").arg(low)
                                                                       : qsTr("about %1–%2 min").arg(low).arg(high);
    }
    function counter(state: int): string {
        switch (state) {
        case Lobby.Counter.Closed: return qsTr("Closed");
        case Lobby.Counter.Unstaffed: return qsTr("Nobody there");
        case Lobby.Counter.Idle: return qsTr("Free");
        case Lobby.Counter.Calling: return qsTr("Calling");
        case Lobby.Counter.Serving: return qsTr("Serving");
        case Lobby.Counter.Paused: return qsTr("Paused");
        case Lobby.Counter.Off: return qsTr("Switched off");
        case Lobby.Counter.Ready: return qsTr("Ready");
        case Lobby.Counter.Busy: return qsTr("In use");
        case Lobby.Counter.OutOfCash: return qsTr("Out of cash");
        case Lobby.Counter.OutOfPaper: return qsTr("Out of paper");
        case Lobby.Counter.Down: return qsTr("Down");
        default: return "";
        }
    }
    /// What closing it means: nobody who was called is sent away.
    function closing(state: int): string {
        return state === Lobby.Counter.Serving || state === Lobby.Counter.Calling ? qsTr("Close after this customer") : qsTr(
                                                                                        "Close counter");
    }
    function counterIcon(state: int): string {
        switch (state) {
        case Lobby.Counter.Idle: return "play";
        case Lobby.Counter.Calling: return "recall";
        case Lobby.Counter.Serving: return "person";
        case Lobby.Counter.Paused: return "pause";
        case Lobby.Counter.Ready: return "check";
        case Lobby.Counter.Busy: return "person";
        case Lobby.Counter.OutOfCash: return "cash";
        case Lobby.Counter.OutOfPaper: return "printer";
        case Lobby.Counter.Down: return "machine";
        default: return "x";
        }
    }
    /// What the reason adds to the state.
    function more(state: int, code: string): string {
        const said = reason(code);
        return said === counter(state) ? "" : said;
    }
    /// A counter that does other work for a while, or is kept free; else empty.
    function note(other: var, kept: var, brief: bool): string {
        if (other.until !== "")
            return brief ? qsTr("Until %1").arg(other.until) : qsTr("Other work until %1").arg(other.until) + "\n" + qsTr(
                               "%1 · %2").arg(because(other, false)).arg(other.by);
        if (kept.whom < 0)
            return "";
        if (brief)
            return qsTr("Kept until %1").arg(kept.until);
        switch (kept.whom) {
        case Lobby.Coming.Appointment: return qsTr("Kept for a booked customer until %1").arg(kept.until);
        case Lobby.Coming.Recognised: return qsTr("Kept for a customer at the kiosk until %1").arg(kept.until);
        default: return qsTr("Kept for a ticket being printed until %1").arg(kept.until);
        }
    }
    /// The same in a panel, where there is room for all of it.
    function noteInFull(other: var, kept: var): string {
        return other.until === "" ? note(other, kept, false) : qsTr("Other work until %1 · %2 · %3").arg(other.until).arg(
                                        because(other, true)).arg(other.by);
    }
    function because(other: var, full: bool): string {
        if (other.tried < 0)
            return reason(other.reason);
        return full ? qsTr("Tried as a what-if: %1").arg(choice(other.tried, other.minutes, other.zone)) : qsTr(
                          "Tried first");
    }
    /// What can be tried at a counter.
    function choice(what: int, minutes: int, zone: string): string {
        switch (what) {
        case Trial.What.Open: return qsTr("Opens");
        case Trial.What.Close: return qsTr("Closes");
        case Trial.What.Help: return minutes === 0 ? qsTr("Helps out at once") : qsTr("Helps out after %1 min").arg(minutes);
        case Trial.What.TakeOver: return qsTr("Takes the work of %1, too").arg(zone);
        default: return "";
        }
    }
    function noteIcon(other: var): string {
        return other.until !== "" ? "transfer" : "hold";
    }
    function phase(phase: int): string {
        switch (phase) {
        case Lobby.Phase.Reserved: return qsTr("being printed");
        case Lobby.Phase.Waiting: return qsTr("waiting");
        case Lobby.Phase.Called: return qsTr("called");
        case Lobby.Phase.Serving: return qsTr("being served");
        case Lobby.Phase.Held: return qsTr("on hold");
        case Lobby.Phase.Diverted: return qsTr("sent to a machine");
        case Lobby.Phase.Done: return qsTr("served");
        case Lobby.Phase.NoShow: return qsTr("did not come");
        case Lobby.Phase.Left: return qsTr("left");
        case Lobby.Phase.Voided: return qsTr("void");
        default: return "";
        }
    }
    function trouble(alert: var): string {
        switch (alert.trouble) {
        case Lobby.Trouble.HelpAsked: return qsTr("Help needed at kiosk %1").arg(alert.place);
        case Lobby.Trouble.OverTarget: return qsTr("%1: %2 over target").arg(alert.place).arg(alert.count);
        case Lobby.Trouble.ClientArrived: return qsTr("A client of manager %1 is here").arg(alert.who);
        case Lobby.Trouble.PaperUnknown: return qsTr("%1: was it printed?").arg(alert.number);
        case Lobby.Trouble.KioskDown: return qsTr("Kiosk %1 is down").arg(alert.place);
        case Lobby.Trouble.CalledNotStarted: return qsTr("Counter %1: %2 has not come").arg(alert.place).arg(alert.number);
        case Lobby.Trouble.PartDown: return qsTr("%1: %2 is down").arg(alert.place).arg(part(alert.part));
        case Lobby.Trouble.ServedLong: return qsTr("Counter %1: %2 takes long").arg(alert.place).arg(alert.number);
        case Lobby.Trouble.MachineDown: return qsTr("%1: %2").arg(alert.place).arg(reason(alert.part));
        default: return "";
        }
    }
    function troubleDetail(alert: var): string {
        switch (alert.trouble) {
        case Lobby.Trouble.OverTarget: return qsTr("longest %1 min").arg(alert.minutes);
        case Lobby.Trouble.ClientArrived: return alert.number !== "" ? qsTr("private · ticket %1").arg(alert.number) : qsTr("private · card read just now");
        case Lobby.Trouble.PaperUnknown: return qsTr("the printer went silent");
        case Lobby.Trouble.CalledNotStarted: return qsTr("called %1 min ago").arg(alert.minutes);
        case Lobby.Trouble.ServedLong: return qsTr("%1 min, thrice the usual").arg(alert.minutes);
        case Lobby.Trouble.HelpAsked: return qsTr("please go there");
        default: return alert.who === alert.part ? "" : reason(alert.who);
        }
    }
    function troubleIcon(trouble: int): string {
        switch (trouble) {
        case Lobby.Trouble.HelpAsked: return "assist";
        case Lobby.Trouble.OverTarget: return "overdue";
        case Lobby.Trouble.ClientArrived: return "person";
        case Lobby.Trouble.PaperUnknown: return "printer";
        case Lobby.Trouble.CalledNotStarted:
        case Lobby.Trouble.ServedLong: return "alert";
        default: return "machine";
        }
    }
    /// What the alert's button says; empty: there is none.
    function troubleAct(trouble: int): string {
        switch (trouble) {
        case Lobby.Trouble.HelpAsked: return qsTr("Attended to");
        case Lobby.Trouble.ClientArrived: return qsTr("Seen");
        case Lobby.Trouble.KioskDown:
        case Lobby.Trouble.PartDown: return "";
        default: return qsTr("Show");
        }
    }
    function deed(done: var): string {
        switch (done.deed) {
        case Lobby.Deed.Redirected: return qsTr("%1 sent to %2").arg(done.number).arg(done.place);
        case Lobby.Deed.Promoted: return qsTr("%1 brought forward").arg(done.number);
        case Lobby.Deed.Cancelled: return qsTr("%1 cancelled").arg(done.number);
        case Lobby.Deed.Resumed: return qsTr("%1 is back in line").arg(done.number);
        case Lobby.Deed.Opened: return qsTr("Counter %1 opened").arg(done.number);
        case Lobby.Deed.Closed: return qsTr("Counter %1 closes").arg(done.number);
        case Lobby.Deed.SwitchedOn: return qsTr("Machine %1 switched on").arg(done.number);
        case Lobby.Deed.SwitchedOff: return qsTr("Machine %1 switched off").arg(done.number);
        case Lobby.Deed.Reported: return qsTr("Machine %1 reported: %2").arg(done.number).arg(counter(done.state));
        case Lobby.Deed.Overridden: return qsTr("Counter %1 does other work until %2").arg(done.number).arg(done.place);
        case Lobby.Deed.OverrideEnded: return qsTr("Counter %1 does its usual work again").arg(done.number);
        case Lobby.Deed.Taken: return qsTr("%1 given out").arg(done.number);
        default: return "";
        }
    }
}
