#include "tests/bench/live_broker.h"

#include "tests/bench/figures.h"

#include <future>

namespace usher::bench {

using namespace protocol;

namespace {

constexpr std::size_t guests = 32;
constexpr const char* anyPort = "tcp://127.0.0.1:*";

void mustOpen(const transport::Trouble& trouble) {
    if (trouble)
        throw std::runtime_error{*trouble};
}

} // namespace

LiveBroker::LiveBroker(const std::filesystem::path& dir, const Setup& setup, std::size_t clients,
                       DoorIs door)
    : journal_{must(
          journal::SqliteJournal::open(dir, [this](auto task) { loop_.post(std::move(task)); }))},
      recorder_{*journal_}, crowd_{setup, clients},
      gate_{loop_, transport::newKeyPair(),
            [this](std::string_view key) -> std::optional<transport::KnownDevice> {
                const auto found = roll_.find(key);
                return found == roll_.end() ? std::nullopt : std::optional{found->second};
            }},
      door_{loop_, gate_, [this](engine::Asked asked) { works_.take(std::move(asked)); },
            door == DoorIs::Open ? 1000.0 : transport::Door::usualShare},
      feeds_{loop_, gate_}, outbox_{door_, feeds_, Works::epoch}, works_{setup, recorder_,
                                                                         outbox_} {
    mustOpen(gate_.open());
    mustOpen(feeds_.open(anyPort, anyPort));
    mustOpen(door_.open(anyPort));
    enrol(crowd_.devices());
    guest_ = {door_.endpoint(),
              feeds_.boardEndpoint(),
              gate_.publicKey(),
              strangers("guest", Role::Kiosk),
              strangers("spare", Role::Counter),
              setup.services.front().id};
    season(*journal_, dir);
    works_.engine().adopt(setup, {1, 1});
    thread_ = std::thread{[this] { loop_.run(); }};
    for (Wish& wish : crowd_.opening()) {
        const std::size_t device = wish.device;
        plugs_[device].send(wire::encode(wire::Ask{wish.id, std::move(wish.command)}));
        (void)plugs_[device].receive();
    }
}

LiveBroker::~LiveBroker() {
    loop_.stop();
    thread_.join();
}

void LiveBroker::enrol(const std::vector<CrowdDevice>& devices) {
    for (const CrowdDevice& device : devices) {
        const transport::KeyPair keys = transport::newKeyPair();
        roll_[keys.publicKey] = {device.name, device.role};
        plugs_.emplace_back(net_, ZMQ_DEALER, door_.endpoint(), gate_.publicKey(), keys);
    }
    slots_.resize(devices.size());
}

std::vector<transport::KeyPair> LiveBroker::strangers(const std::string& name, Role role) {
    std::vector<transport::KeyPair> all;
    for (std::size_t i = 0; i < guests; ++i) {
        all.push_back(transport::newKeyPair());
        roll_[all.back().publicKey] = {named<DeviceId>(name + '-' + std::to_string(i)), role};
    }
    return all;
}

void LiveBroker::ask(std::size_t slot, Wish wish) {
    slots_[wish.device] = slot;
    plugs_[wish.device].send(wire::encode(wire::Ask{wish.id, std::move(wish.command)}));
}

CommandId LiveBroker::await(std::size_t device, std::string& bytes) {
    bytes = plugs_[device].receive();
    auto told = wire::decodeTold(bytes);
    if (!std::holds_alternative<wire::Told>(told))
        throw std::runtime_error{"the broker's answer cannot be read"};
    crowd_.hear(slots_[device], std::get<wire::Told>(told).reply);
    return std::get<wire::Told>(told).id;
}

std::vector<std::size_t> LiveBroker::hear() {
    std::vector<zmq_pollitem_t> items;
    for (const Plug& plug : plugs_)
        items.push_back({plug.handle(), 0, ZMQ_POLLIN, 0});
    std::vector<std::size_t> answered;
    if (zmq_poll(items.data(), static_cast<int>(items.size()), 60'000) <= 0)
        throw std::runtime_error{"the broker does not answer"};
    for (std::size_t device = 0; device < items.size(); ++device)
        if ((items[device].revents & ZMQ_POLLIN) != 0) {
            std::string bytes;
            (void)await(device, bytes);
            answered.push_back(slots_[device]);
        }
    return answered;
}

double LiveBroker::play(std::chrono::milliseconds span) {
    const auto begun = Clock::now();
    for (std::size_t slot = 0; slot < crowd_.slots(); ++slot)
        ask(slot, crowd_.next(slot));
    for (std::size_t underWay = crowd_.slots(); underWay > 0;)
        for (const std::size_t slot : hear())
            if (Clock::now() - begun < span)
                ask(slot, crowd_.next(slot));
            else
                --underWay;
    return seconds(Clock::now() - begun);
}

LiveBroker::Exchange LiveBroker::once() {
    Wish wish = crowd_.next(0);
    const CommandId id = wish.id;
    const std::size_t device = wish.device;
    const bool calls = std::holds_alternative<CallNext>(wish.command);
    slots_[device] = 0;
    const std::string bytes = wire::encode(wire::Ask{id, std::move(wish.command)});
    const auto begun = Clock::now();
    std::string told;
    do {
        do
            plugs_[device].send(bytes); // again after a second, as a client does
        while (!plugs_[device].hears(std::chrono::seconds{1}));
    } while (await(device, told) != id);
    return {seconds(Clock::now() - begun), bytes.size(), told.size(), calls};
}

} // namespace usher::bench
