#include "kiosk/taking.h"

namespace usher::kiosk {

using namespace protocol;

Taking::Taking(link::Link& link, SlipPrinter& printer, SlipFor slipFor, QObject* parent)
    : QObject{parent}, link_{link}, printer_{printer}, slipFor_{std::move(slipFor)} {}

void Taking::take(TakeTicket wish) {
    if (busy_)
        return;
    busy_ = true;
    wish_ = std::move(wish);
    if (!printer_.installed())
        return reserve(false);
    printer_.check([this](const devices::PrinterStatus& status) { reserve(status.ready()); });
}

void Taking::reserve(bool onPaper) {
    wish_.paper = onPaper ? Paper::Pending : Paper::Shown;
    link_.ask(wish_, this, [this, onPaper](client::Outcome outcome) {
        onReserved(std::move(outcome), onPaper);
    });
}

void Taking::onReserved(client::Outcome outcome, bool onPaper) {
    if (const auto* refusal = std::get_if<Refusal>(&outcome)) {
        refusal_ = *refusal;
        return end(End::Refused);
    }
    const auto* answer = std::get_if<Answer>(&outcome);
    const auto* ticket = answer != nullptr ? std::get_if<TicketIssued>(answer) : nullptr;
    if (ticket == nullptr)
        return end(End::NoAnswer);
    issued_ = *ticket;
    emit issued(issued_, onPaper);
    onPaper ? print() : end(End::Shown);
}

void Taking::print() {
    printer_.print(slipFor_(issued_), [this](const devices::PrintOutcome& outcome) {
        using enum devices::PrintOutcome::Result;
        switch (outcome.result) {
        case Printed:
            confirm(Paper::Printed);
            return end(End::Printed);
        case Failed:
            undecided_ = true;
            emit ended(End::PaperFailed);
            return;
        case Unknown:
            confirm(Paper::Unknown);
            return end(End::PaperUnknown);
        }
    });
}

void Taking::keep() {
    if (!undecided_)
        return;
    undecided_ = false;
    link_.ask(ConfirmTicket{issued_.ticket, Paper::Shown}, this, [this](client::Outcome outcome) {
        // Without an answer the number is good all the same: it joins the line by itself.
        if (const auto* refusal = std::get_if<Refusal>(&outcome)) {
            refusal_ = *refusal;
            return end(End::Refused);
        }
        end(End::Shown);
    });
}

void Taking::decline() {
    if (!undecided_)
        return;
    confirm(Paper::Failed);
    end(End::Declined);
}

void Taking::confirm(Paper paper) {
    link_.ask(ConfirmTicket{issued_.ticket, paper}, this, [](const client::Outcome&) {});
}

void Taking::end(End end) {
    busy_ = false;
    undecided_ = false;
    emit ended(end);
}

} // namespace usher::kiosk
