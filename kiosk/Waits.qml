// A wait in words: a range stays a range, nothing to wait for is "now", and what is not known says
// so.
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
            return qsTr("Wait unknown");
        return high === 0 ? qsTr("Now") : low === 0 ? qsTr("Up to %1 min").arg(high) : qsTr("About %1 min").arg(minutes(low, high));
    }
    function atMachine(low: int, high: int): string {
        if (!known(low, high))
            return qsTr("Machine: wait unknown");
        return high === 0 ? qsTr("Machine: now") : low === 0 ? qsTr("Machine: up to %1 min").arg(high) : qsTr("Machine: about %1 min").arg(minutes(low, high));
    }
}
