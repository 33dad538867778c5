// What the desk's codes are called.
pragma Singleton
import QtQml
import Usher.Counter

QtObject {
    function state(code: int): string {
        switch (code) {
        case Desk.Offline: return qsTr("Disconnected")
        case Desk.SignedOff: return qsTr("Signed off")
        case Desk.Idle: return qsTr("Free")
        case Desk.Standby: return qsTr("Standing by")
        case Desk.Calling: return qsTr("Calling")
        case Desk.Serving: return qsTr("Serving")
        case Desk.Paused: return qsTr("Paused")
        case Desk.Closed: return qsTr("Closed")
        default: return ""
        }
    }
    function primary(code: int): string {
        switch (code) {
        case Desk.SignedOff: return qsTr("Sign on")
        case Desk.Idle: return qsTr("Next")
        case Desk.Standby: return qsTr("Standing by")
        case Desk.Calling: return qsTr("Start")
        case Desk.Serving: return qsTr("Finish")
        case Desk.Paused: return qsTr("Resume")
        case Desk.Closed: return qsTr("Closed")
        default: return ""
        }
    }
    // What the state means, where it does not speak for itself.
    function about(code: int): string {
        switch (code) {
        case Desk.SignedOff: return qsTr("Sign on to call customers.")
        case Desk.Idle: return qsTr("Ready for the next customer")
        case Desk.Standby: return qsTr("The next customer is called automatically")
        case Desk.Paused: return qsTr("Nobody is called here meanwhile")
        case Desk.Closed: return qsTr("Closed by the lobby manager")
        default: return ""
        }
    }
    function trouble(code: int, seconds: int): string {
        switch (code) {
        case Desk.Trouble.Denied: return qsTr("This device is not admitted. Please call support.")
        case Desk.Trouble.Unwell: return qsTr("The system takes nothing in just now. Please wait.")
        case Desk.Trouble.None: return ""
        default: return seconds < 0 ? qsTr("Connecting to the outlet") : qsTr("No connection for %1 s").arg(seconds)
        }
    }
    readonly property string closing: qsTr("Closes after this one")
    readonly property string byHand: qsTr("Call by hand, in the order of the paper tickets. Nothing is recorded meanwhile.")

    function act(code: string, number: string): string {
        switch (code) {
        case "CallNext": return qsTr("Called %1").arg(number)
        case "Start": return qsTr("Started %1").arg(number)
        case "Finish": return qsTr("Finished %1").arg(number)
        case "NoShow": return qsTr("%1 did not come").arg(number)
        case "Hold": return qsTr("Put %1 on hold").arg(number)
        case "Transfer": return qsTr("Sent %1 on").arg(number)
        case "ResumeTicket": return qsTr("%1 is back in the line").arg(number)
        case "": return ""
        default: return qsTr("Done")
        }
    }
    function standing(code: int): string {
        switch (code) {
        case Choices.Standing.Closed: return qsTr("Closed")
        case Choices.Standing.Idle:
        case Choices.Standing.Standby: return qsTr("Free")
        case Choices.Standing.Calling: return qsTr("Calling")
        case Choices.Standing.Serving: return qsTr("Serving")
        case Choices.Standing.Paused: return qsTr("Paused")
        default: return ""
        }
    }
    function span(seconds: int): string {
        return seconds < 60 ? seconds + "″" : Math.floor(seconds / 60) + "′";
    }
    function recalls(missing: int): string {
        return missing === 1 ? qsTr("1 recall first") : qsTr("%1 recalls first").arg(missing);
    }
}
