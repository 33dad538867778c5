// What to say to a person when the broker said no: what is the matter, and what to do.
pragma Singleton
import QtQml
import Usher.Link

QtObject {
    function of(code: int): string {
        switch (code) {
        case Refusals.OutletClosed: return qsTr("We are closed just now. Please ask the lobby staff.")
        case Refusals.ServiceUnavailable: return qsTr("This service is done at the machines here. Please ask the lobby staff.")
        case Refusals.QueueFull: return qsTr("The hall is full. Please ask the lobby staff.")
        case Refusals.TooMany: return qsTr("Too many tickets at once. Please wait a moment, or ask the lobby staff.")
        case Refusals.SeriesExhausted: return qsTr("Today's numbers are used up. Please ask the lobby staff.")
        case Refusals.UnknownAppointment: return qsTr("There is no such appointment. Please ask the lobby staff.")
        case Refusals.AppointmentUsed: return qsTr("This appointment was used already.")
        case Refusals.AppointmentTooEarly: return qsTr("It is too early for this appointment. Please come back a little later.")
        case Refusals.WrongService: return qsTr("The appointment is for another service.")
        case Refusals.BookFull: return qsTr("The book of appointments is full.")
        case Refusals.UnknownCard: return qsTr("Too much time has passed. Please start again.")
        case Refusals.UnknownService: return qsTr("This service is no longer offered.")
        case Refusals.UnknownTier: return qsTr("This outlet has no such customer tier.")
        case Refusals.UnknownZone: return qsTr("There is no such zone.")
        case Refusals.UnknownCounter: return qsTr("There is no such counter for you to use.")
        case Refusals.UnknownTicket: return qsTr("There is no such ticket any more.")
        case Refusals.NotSignedOn: return qsTr("Nobody is signed on here. Sign on first.")
        case Refusals.CounterBusy: return qsTr("Finish with the present customer first.")
        case Refusals.CounterClosed: return qsTr("This counter was closed by the lobby manager.")
        case Refusals.CounterPaused: return qsTr("This counter is paused. Resume first.")
        case Refusals.CounterTaken: return qsTr("Somebody else is signed on at this counter.")
        case Refusals.NobodyWaiting: return qsTr("Nobody is waiting for this counter.")
        case Refusals.NothingHere: return qsTr("There is no customer at this counter.")
        case Refusals.TooSoon: return qsTr("Too soon: call the number again first.")
        case Refusals.StaleView: return qsTr("This has changed since you looked. Look again.")
        case Refusals.TicketMovedOn: return qsTr("The ticket has moved on meanwhile.")
        case Refusals.CannotServe: return qsTr("Nobody there can do this service.")
        case Refusals.ServiceUncovered: return qsTr("That would leave a service without a counter.")
        case Refusals.ReasonNeeded: return qsTr("Please give a reason.")
        case Refusals.ReasonTooLong: return qsTr("The reason is too long.")
        case Refusals.NothingToUndo: return qsTr("There is nothing to undo.")
        case Refusals.TooLate: return qsTr("It is too late for that now.")
        case Refusals.Superseded: return qsTr("A newer question took the place of this one.")
        case Refusals.WrongPin: return qsTr("Number or PIN is not right.")
        case Refusals.LockedOut: return qsTr("Too many wrong PINs. Wait five minutes.")
        case Refusals.NotPermitted: return qsTr("You may not do this here.")
        case Refusals.Unavailable: return qsTr("The system takes nothing in just now. What was done before is safe.")
        case Refusals.NoAnswer: return qsTr("No answer. Please look again before you repeat it.")
        case Refusals.Malformed:
        case Refusals.UnsupportedVersion:
        case Refusals.TooLarge:
        case Refusals.DuplicateId: return qsTr("This program does not fit the broker. Please call support.")
        default: return ""
        }
    }
}
