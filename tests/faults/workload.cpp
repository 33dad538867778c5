#include "tests/faults/workload.h"

#include "tests/faults/drive.h"

namespace usher::faults {

namespace {

using namespace protocol;

constexpr int patience = 2; ///< empty batches before the disk is mended

Record recordOf(Sequence sequence, const CommandId& cause, std::uint64_t attempt) {
    Record record;
    record.sequence = sequence;
    record.at = {1'795'400'000'000 + static_cast<std::int64_t>(sequence)};
    record.by = named<DeviceId>("K1");
    if (sequence % 2 == 0)
        record.staff = named<StaffId>("1001");
    record.cause = cause;
    record.what = "ReportDevice";
    record.event =
        DeviceReported{record.by, "printer", true,
                       "attempt " + std::to_string(attempt) + " at " + std::to_string(sequence)};
    return record;
}

Snapshot snapshotAt(Sequence sequence, std::uint64_t attempt) {
    Snapshot snapshot;
    snapshot.sequence = sequence;
    snapshot.at = {1'795'400'000'000 + static_cast<std::int64_t>(attempt)};
    snapshot.setup.id = named<OutletId>("demo");
    return snapshot;
}

} // namespace

engine::Batch makeBatch(Sequence last, std::uint64_t attempt, std::size_t recordsMax,
                        world::Dice& dice) {
    engine::Batch batch;
    if (dice.oneIn(6))
        batch.snapshot = snapshotAt(last, attempt);
    std::size_t count = dice.below(recordsMax + 1);
    if (dice.oneIn(10))
        count += 5 * recordsMax;
    for (std::size_t i = 1; i <= count; ++i) {
        const CommandId id{attempt, i};
        const auto record = recordOf(last + i, id, attempt);
        batch.answers.push_back({id, record.by, record.at, Answer{Accepted{record.sequence}}});
        batch.records.push_back(record);
    }
    if (count == 0 || dice.oneIn(4)) // a refusal changes nothing, and is remembered
        batch.answers.push_back({CommandId{attempt, 0}, named<DeviceId>("K1"),
                                 recordOf(last, {}, attempt).at, Refusal::CounterBusy});
    return batch;
}

Workload::Workload(std::filesystem::path dir, Shape shape, std::uint64_t seed, Content start)
    : dir_{std::move(dir)}, shape_{shape}, dice_{seed, 1}, ledger_{std::move(start)} {}

void Workload::complain(std::string what) {
    if (!complaint_)
        complaint_ = std::move(what);
}

bool Workload::openSession() {
    auto opened = Session::open(dir_, shape_.log);
    if (std::holds_alternative<std::string>(opened)) {
        Drive::the().mend();
        opened = Session::open(dir_, shape_.log);
    }
    if (const auto* why = std::get_if<std::string>(&opened)) {
        complain("it does not open: " + *why);
        return false;
    }
    session_ = std::get<std::unique_ptr<Session>>(std::move(opened));
    return true;
}

void Workload::run() {
    for (int life = 1; life <= shape_.lives && openSession(); ++life) {
        live(life);
        session_.reset();
    }
    Drive::the().mend();
    if (!openSession())
        return;
    compare("at the end");
    session_.reset();
}

void Workload::live(int life) {
    note("epoch", std::to_string(life));
    for (int i = 0; i < shape_.batches && !complaint_; ++i) {
        commit(makeBatch(ledger_.sure().records.size(), ++attempts_, shape_.recordsMax, dice_));
        if (dice_.oneIn(4))
            session_->startReading();
        else if (dice_.oneIn(2))
            session_->stopReading();
    }
    compare("in life " + std::to_string(life));
}

void Workload::commit(engine::Batch batch) {
    ledger_.given(Drive::the().length(), with(ledger_.sure(), batch));
    told(session_->commit(std::move(batch)));
}

void Workload::note(const std::string& key, const std::string& value) {
    Content content = ledger_.sure();
    content.notes[key] = value;
    ledger_.given(Drive::the().length(), std::move(content));
    told(session_->note(key, value));
}

void Workload::told(Session::Told said) {
    ledger_.told(said.at, said.well, shape_.syncsStayBroken);
    if (!said.well)
        goOn();
}

void Workload::goOn() {
    auto told = session_->commit({});
    for (int i = 1; i < patience && !told.well; ++i)
        told = session_->commit({});
    if (!told.well) {
        Drive::the().mend();
        told = session_->commit({});
    }
    if (!told.well)
        return complain("the disk works again, and the journal does not");
    ledger_.proved(told.at);
    compare("after a refusal");
}

void Workload::compare(const std::string& when) {
    auto content = session_->read();
    if (std::holds_alternative<std::string>(content)) { // the disk may still be at fault
        Drive::the().mend();
        content = session_->read();
    }
    if (const auto* why = std::get_if<std::string>(&content))
        return complain(when + ": " + *why);
    const auto other = difference(std::get<Content>(content), ledger_.sure());
    if (!other.empty())
        complain(when + ": " + other);
}

} // namespace usher::faults
