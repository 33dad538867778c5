// The talk with a chip that ends when its number is known (EMV Book 1, 11 and 12; Book 3, 10).
//
// It does no I/O: begin() and resume() say what to send next, and the caller brings the answer. It
// asks for nothing that changes the card's mind about money: no cryptogram, no PIN, and of what the
// chip tells keeps the digits of the number and nothing else. The chip is hostile input: whatever
// it answers, the talk ends within `apdusMax` commands.
#pragma once

#include "kiosk/card/apdu.h"
#include "kiosk/card/card_reader.h"
#include "kiosk/card/dol.h"
#include "kiosk/card/scratch.h"
#include "kiosk/card/tlv.h"

#include <optional>
#include <variant>
#include <vector>

namespace usher::card {

inline constexpr std::size_t apdusMax = 40;
inline constexpr std::size_t applicationsMax = 8;
inline constexpr std::size_t recordsPerFileMax = 16;

struct Send {
    Apdu command;
};
struct Done {
    protocol::Secret number;
};
struct Failed {
    CardFailure reason{};
};
using NextAction = std::variant<Send, Done, Failed>;

class Conversation {
public:
    explicit Conversation(const Terminal& terminal) : terminal_{terminal} {}

    [[nodiscard]] NextAction begin();

    /// Takes the chip's whole answer to the command last sent: data, then the two status bytes.
    /// Not to be called again after Done or Failed.
    [[nodiscard]] NextAction resume(Bytes response);

private:
    enum class State {
        Directory,        // asked for the contactless directory, which comes in the answer itself
        ContactDirectory, // asked for the contact one, which names a file
        DirectoryRecord,  // reading that file
        Application,      // selected one application
        Options,          // asked where its records are, telling what its PDOL wants
        EmptyOptions,     // the same, telling nothing, since it did not like what we told
        Record,           // reading its records
        Finished,
    };
    struct Application {
        std::vector<std::uint8_t> name;
        unsigned rank{};
    };
    struct Record {
        std::uint8_t file{};
        std::uint8_t number{};
    };

    NextAction send(State state, const Apdu& command);
    NextAction transmit(const Apdu& command);
    NextAction fail(CardFailure reason);
    NextAction take(unsigned status);
    NextAction takeDirectory(bool found);
    NextAction takeContactDirectory(bool found);
    NextAction takeDirectoryRecord(bool found);
    NextAction takeApplication(bool found);
    NextAction takeOptions(bool found);
    NextAction takeRecord(bool found);

    bool collectApplications(const std::vector<Tlv>& objects);
    NextAction chooseApplications();
    NextAction nextApplication();
    bool planRecords(Bytes locator);
    NextAction nextRecord();
    /// The number, if any of the objects holds one; a card whose number is none is no bank card.
    std::optional<NextAction> conclude(const std::vector<Tlv>& objects);

    Terminal terminal_;
    State state_{State::Directory};
    Apdu last_;
    std::size_t sent_ = 0;
    bool continued_ = false; // 61xx was answered, for this command
    bool corrected_ = false; // 6Cxx was answered, for this command
    Scratch<tlvBytesMax> answer_;
    std::vector<Application> applications_;
    std::size_t applicationAt_ = 0;
    bool selectedAny_ = false;
    std::uint8_t directoryFile_ = 0;
    std::uint8_t directoryRecord_ = 0;
    std::vector<Record> records_;
    std::size_t recordAt_ = 0;
};

} // namespace usher::card
