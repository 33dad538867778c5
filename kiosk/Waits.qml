// A wait in words: a range stays a range, nothing to wait for is "now", and what is not known is a
// dash.
pragma Singleton
import QtQml

QtObject {
    function known(low: int, high: int): bool {
        return low >= 0 && high >= low;
    }
    function minutes(low: int, high: int): string {
        return low === high ? String(low) : low + "–" + high;
    }
    function of(low: int, high: int): string {
        if (!known(low, high))
            return qsTr("Wait —");
        return high === 0 ? qsTr("Now") : qsTr("About %1 min").arg(minutes(low, high));
    }
    function atMachine(low: int, high: int): string {
        if (!known(low, high))
            return qsTr("Machine: wait —");
        return high === 0 ? qsTr("Machine: now") : qsTr("Machine: about %1 min").arg(minutes(low, high));
    }
}
