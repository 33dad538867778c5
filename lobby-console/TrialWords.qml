// What a change that was tried would do, and why there is no answer: in words.
import QtQml
import Usher.Link
import Usher.Lobby

QtObject {
    function refusal(code: int): string {
        switch (code) {
        case Refusals.NoAnswer: return qsTr("No answer came. Nothing was changed; ask again.");
        case Refusals.OutletClosed: return qsTr("No day has begun yet, so there is nothing to play.");
        default: return RefusalText.of(code);
        }
    }
    function decimal(value: real): string {
        return Math.abs(value).toFixed(1);
    }
    function signed(value: real): string {
        return Math.abs(value) < 0.05 ? "0.0" : (value < 0 ? "−" : "+") + decimal(value);
    }
    /// In per cent; below zero: nobody can say.
    function share(value: int): string {
        return value < 0 ? "—" : qsTr("%1 %").arg(value);
    }
    /// What matters first: whose wait it changes, and whose it changes the other way.
    function verdict(said: var): string {
        if (said.length === 0)
            return qsTr("no clear difference for anybody.");
        const one = said[0];
        const first = (one.direction < 0 ? qsTr("%1 customers wait %2\u00a0min less on average") : qsTr(
                                               "%1 customers wait %2\u00a0min more on average")).arg(one.name).arg(decimal(one.less));
        if (said.length === 1)
            return qsTr("%1; no clear difference for the others.").arg(first);
        const two = said[1];
        const second = (two.direction < 0 ? qsTr("%1 %2\u00a0min less") : qsTr("%1 %2\u00a0min more")).arg(two.name).arg(decimal(two.less));
        return qsTr("%1; %2.").arg(first).arg(second);
    }
    /// Who waits now and is called at another time: numbers with their minutes.
    function touched(those: var): string {
        return those.numbers === "" ? qsTr("nobody for certain") : those.more > 0 ? qsTr("%1 and %2 more").arg(
                                                                                      those.numbers).arg(those.more) : those.numbers;
    }
}
