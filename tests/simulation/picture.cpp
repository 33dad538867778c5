#include "tests/simulation/picture.h"

namespace usher::world {

using namespace protocol;

void Picture::begin() {
    follow(replica_.begin());
}

void Picture::restart() {
    replica_ = {};
    asked_ = false;
    ++life_;
}

void Picture::hear(const wire::News& news) {
    if (ignoresGap(news))
        return;
    if (replica_.whole() && news.epoch == replica_.epoch()) {
        const Sequence first = news.records.front().sequence;
        if (first > replica_.outlet().sequence() + 1)
            nature_.count("a gap in the feed");
        if (news.records.back().sequence <= replica_.outlet().sequence())
            nature_.count("news that were known already");
    } else if (replica_.epoch() != 0 && news.epoch < replica_.epoch()) {
        nature_.count("news of an earlier epoch");
    }
    noteRepeats(news);
    follow(replica_.take(news.epoch, news.records));
    compare(false);
}

void Picture::hear(const Beat& beat) {
    Beat heard = beat;
    if (nature_.plant == Plant::GapIgnored && whole() && beat.epoch == replica_.epoch())
        heard.sequence = replica_.outlet().sequence();
    if (whole() && heard.epoch == replica_.epoch() && heard.sequence > replica_.outlet().sequence())
        nature_.count("a beat that tells of a loss");
    follow(replica_.take(heard));
}

void Picture::follow(replica::NextAction action) {
    if (action != replica::NextAction::AskSnapshot || asked_)
        return;
    asked_ = true;
    nature_.count("a snapshot asked for");
    line_.ask(GetSnapshot{}, [this, life = life_](const Outcome& outcome) {
        if (life != life_)
            return;
        asked_ = false;
        const auto* answer = std::get_if<Answer>(&outcome);
        const auto* picture = answer != nullptr ? std::get_if<StaffPicture>(answer) : nullptr;
        if (picture == nullptr) { // refused or unanswered: not again at once
            nature_.time.in(Millis{1000}, [this, life] {
                if (life == life_)
                    follow(replica_.begin());
            });
            return;
        }
        if (replica_.epoch() != 0 && picture->epoch != replica_.epoch())
            nature_.count("a snapshot of another epoch than the feed");
        doctored_.reset();
        extra_ = 0;
        follow(replica_.take(*picture));
        compare(false);
    });
}

void Picture::compare(bool always) {
    if (whole())
        checks_.replicaIs(line_.device(), outlet(), always);
}

bool Picture::ignoresGap(const wire::News& news) const {
    return nature_.plant == Plant::GapIgnored && whole() && news.epoch == replica_.epoch() &&
           news.records.front().sequence > replica_.outlet().sequence() + 1;
}

void Picture::noteRepeats(const wire::News& news) {
    if (nature_.plant != Plant::DoubleCounted || !whole() || news.epoch != replica_.epoch())
        return;
    for (const Record& record : news.records)
        if (record.sequence <= replica_.outlet().sequence() &&
            std::holds_alternative<TicketTaken>(record.event))
            ++extra_;
    if (extra_ == 0)
        return;
    Snapshot snapshot = replica_.outlet().snapshot();
    snapshot.totals.taken += extra_;
    doctored_ = outlet::Outlet{snapshot};
}

} // namespace usher::world
