// Rows to pick from with a finger, or with the arrow keys and Enter.
import QtQuick
import Usher.Theme

ListView {
    id: list

    function pick(event: KeyEvent): void {
        const row = list.currentItem as PickRow;
        if (!event.isAutoRepeat && row && row.enabled)
            row.clicked();
    }
    clip: true
    focus: true
    spacing: Theme.staffSpace(2)
    boundsBehavior: Flickable.StopAtBounds
    highlightMoveDuration: 0
    keyNavigationEnabled: true
    Accessible.role: Accessible.List
    Keys.onReturnPressed: event => list.pick(event)
    Keys.onEnterPressed: event => list.pick(event)
    Keys.onSpacePressed: event => list.pick(event)
}
