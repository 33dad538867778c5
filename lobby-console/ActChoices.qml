// What there is to choose from once it is said what to do: a place, a reason, a service.
pragma ComponentBehavior: Bound
import QtQuick
import Usher.Lobby
import Usher.Theme

Flow {
    id: choices

    required property Lobby lobby
    required property string mode ///< "send", "promote", "take"; else there is nothing to choose
    required property bool canAct
    signal shown
    signal done

    visible: mode === "send" || mode === "promote" || mode === "take"
    onVisibleChanged: if (visible) filled.start()
    spacing: Theme.staffGap

    Timer { // its buttons come first
        id: filled
        interval: 0
        onTriggered: choices.shown()
    }

    Repeater {
        model: choices.mode === "send" ? choices.lobby.places : null
        delegate: Choice {
            required property string key
            required property string name
            required property int number
            required property int open
            objectName: "place-" + key
            text: number > 0 ? qsTr("%1 · %2").arg(number).arg(name) : name
            iconName: number > 0 ? "desk" : "transfer"
            enabled: choices.canAct && open !== 0
            onClicked: {
                choices.lobby.redirect(key);
                choices.done();
            }
        }
    }
    Repeater {
        model: choices.mode === "promote" ? Words.promoteReasons : []
        delegate: Choice {
            required property string modelData
            objectName: "reason-" + modelData
            text: Words.reason(modelData)
            onClicked: {
                choices.lobby.promote(modelData);
                choices.done();
            }
        }
    }
    Repeater {
        model: choices.mode === "take" ? choices.lobby.services : null
        delegate: Choice {
            required property string key
            required property string name
            objectName: "service-" + key
            text: name
            onClicked: {
                choices.lobby.take(key);
                choices.done();
            }
        }
    }
    component Choice: StaffButton {
        enabled: choices.canAct
    }
}
