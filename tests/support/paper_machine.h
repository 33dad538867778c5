// An ESC/POS printer without a case: bytes in, answers out, slips on the tray.
//
// Works off commands in order, answers real-time questions at once, and fails as real ones do:
// paper, cover, knife, silence. Out of paper it stops where it is and goes on when it gets some,
// unless told to forget. What it does not understand it writes down.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace usher::support {

struct PaperLine {
    std::string gb18030;
    int size{1}; ///< times the normal height
    bool bold{};
};

struct PaperCode {
    std::string data; ///< as stored by GS ( k; empty if it came as a picture
    std::string pbm;  ///< a PBM file (P4), the picture as it stands on the paper
};

struct PaperSlip {
    std::vector<PaperLine> lines;
    std::vector<PaperCode> codes;

    /// All lines, commands cut out, one line end each.
    [[nodiscard]] std::string gb18030() const;
    [[nodiscard]] std::string utf8() const;
};

struct PaperFaults {
    bool paperOut{};
    bool paperLow{};
    bool coverOpen{};
    bool knifeStuck{};
    bool switchedOff{}; ///< off line at the machine; it works off what it has all the same
    bool mute{};        ///< says nothing at all
    bool noEcho{};      ///< does not know GS ( H
    bool noPaperWord{}; ///< does not know GS r
    std::optional<std::size_t> paperFor{}; ///< runs out of paper after this many bytes in order
};

class PaperMachine {
public:
    PaperFaults faults;

    /// What it answers, at once, to these bytes.
    std::string take(std::string_view bytes);
    /// Goes on where it stopped, after `faults` were mended.
    std::string goOn() { return work(); }

    [[nodiscard]] const std::vector<PaperSlip>& slips() const { return slips_; }
    /// Lines of a slip that has not been cut yet.
    [[nodiscard]] const PaperSlip& inThroat() const { return slip_; }
    /// Commands it did not know, in hexadecimal.
    [[nodiscard]] const std::vector<std::string>& misunderstood() const { return misunderstood_; }
    [[nodiscard]] std::size_t bytesInOrder() const { return taken_; }

private:
    [[nodiscard]] bool stopped() const;
    std::string hearAtOnce(std::string_view bytes);
    [[nodiscard]] std::uint8_t status(char part) const;
    std::string work();
    /// Bytes of the command or letter at the front; 0: not all there yet.
    std::size_t workOne(std::string& answers);
    std::size_t escape();
    std::size_t group(std::string& answers);
    std::size_t bracketed(std::string& answers);
    std::size_t picture();
    std::size_t letter();
    std::size_t unknown(std::size_t length);
    void code(std::string_view body);
    void endLine();
    [[nodiscard]] std::size_t at(std::size_t i) const;

    std::string buffer_;
    std::string heard_; ///< the end of what was heard, for questions split between two reads
    std::size_t taken_ = 0;
    std::size_t done_ = 0;
    PaperLine line_;
    PaperSlip slip_;
    std::string codeData_;
    std::size_t codeDots_ = 3;
    std::vector<PaperSlip> slips_;
    std::vector<std::string> misunderstood_;
};

} // namespace usher::support
