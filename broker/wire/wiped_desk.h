// Where a message that may hold a secret is read: memory that is overwritten when it goes.
//
// All that the parser writes is in here, half-read text included, however large the message is.
#pragma once

#include "broker/protocol/limits.h"
#include "broker/wire/json.h"

#include <strings.h>

#include <cstddef>
#include <new>

namespace usher::wire {

class WipedDesk {
public:
    WipedDesk() = default;
    WipedDesk(const WipedDesk&) = delete;
    WipedDesk& operator=(const WipedDesk&) = delete;
    ~WipedDesk() {
        explicit_bzero(parsing_, sizeof parsing_);
        explicit_bzero(memory_, sizeof memory_);
    }

    /// The value lives no longer than the desk.
    json::value parse(std::string_view bytes, json::error_code& error) {
        json::parse_options options;
        options.max_depth = protocol::nestingMax;
        json::parser parser{&heap_, options, parsing_, sizeof parsing_};
        parser.reset(&resource_);
        parser.write(bytes.data(), bytes.size(), error);
        wipeBelow();
        return error ? json::value{} : parser.release();
    }

private:
    /// The parser puts together an escaped text on the stack.
    [[gnu::noinline]] static void wipeBelow() {
        unsigned char below[16384];
        explicit_bzero(below, sizeof below);
    }

    /// What does not fit the desk: wiped before it is given back.
    class Heap : public json::memory_resource {
        void* do_allocate(std::size_t bytes, std::size_t) override { return ::operator new(bytes); }
        void do_deallocate(void* memory, std::size_t bytes, std::size_t) override {
            explicit_bzero(memory, bytes);
            ::operator delete(memory);
        }
        bool do_is_equal(const json::memory_resource& other) const noexcept override {
            return this == &other;
        }
    };

    unsigned char parsing_[4096];
    unsigned char memory_[16384];
    Heap heap_;
    json::monotonic_resource resource_{memory_, sizeof memory_, &heap_};
};

} // namespace usher::wire
