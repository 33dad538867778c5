// What the hall says in English. It shows both languages at once, so neither is a translation.
pragma Singleton
import QtQml

QtObject {
    readonly property string quiet: "Please take a number"
    readonly property string connecting: "Connecting. Please listen for your number"
    readonly property string denied: "This display is not in use. Please listen for your number"
    readonly property string earlier: "Called before"
    readonly property string noneEarlier: "Nobody yet"
    readonly property string degraded: "Fewer counters or machines than usual: every counter helps. Waits may be longer."
    readonly property var ranks: ({
        Assisted: "assisted (elderly, disabled, pregnant, with a child)",
        Vip: "VIP",
        Appointment: "appointment",
        Returning: "returning",
        Corporate: "corporate"
    })
    function precedence(favoured: var, minutes: int): string {
        if (favoured.length === 0)
            return "Called in the order of the tickets.";
        return "Favoured, most first: " + favoured.map(rank => ranks[rank]).join(", ") + ".\nNobody who comes over " + minutes
                + " min after you goes first where you may be served, unless staff give a reason.";
    }
    readonly property string unwell: "No tickets just now. Please ask the lobby staff"
    readonly property string paused: "paused"
    readonly property string live: "live"
    function call(number: string, counter: int): string { return number + " → Counter " + counter; }
    function waiting(count: int): string { return count + " waiting"; }
    function range(low: int, high: int): string {
        return low < 0 ? "— wait unknown" : high < 1 ? "no wait" : low < 1 ? "up to " + high + " min" : low === high ? "about " + low + " min" : "about " + low + "–" + high + " min";
    }
    function old(seconds: int): string { return seconds < 0 ? "no connection" : seconds + " s old"; }
}
