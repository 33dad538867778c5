// The reasons a counter pauses for travel as codes, so that every screen says them in its own
// language. A reason somebody wrote in words stays as it is.
pragma Singleton
import QtQml

QtObject {
    readonly property list<string> pauses: ["authorisation", "cash", "break", "meal", "meeting", "fault"]

    function of(code: string): string {
        switch (code) {
        case "authorisation": return qsTr("Authorisation")
        case "cash": return qsTr("Cash handling")
        case "break": return qsTr("Short break")
        case "meal": return qsTr("Meal")
        case "meeting": return qsTr("Meeting")
        case "fault": return qsTr("Machine fault")
        default: return code
        }
    }
}
