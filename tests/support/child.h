// A program started by a test and, at the latest when this object goes, ended. What it says on its
// standard output can be waited for, line by line.
#pragma once

#include <array>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace usher::support {

class Child {
public:
    explicit Child(std::vector<std::string> words) {
        std::vector<char*> arguments;
        for (auto& word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        std::array<int, 2> pipe{};
        if (pipe2(pipe.data(), O_CLOEXEC) != 0)
            throw std::runtime_error{"no pipe"};
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
        const int error =
            posix_spawnp(&id_, arguments[0], &actions, nullptr, arguments.data(), environ);
        posix_spawn_file_actions_destroy(&actions);
        close(pipe[1]);
        said_ = pipe[0];
        if (error != 0)
            throw std::runtime_error{"cannot start " + words.front()};
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        end(SIGTERM);
        close(said_);
    }

    /// Whether it says `line` before it ends or a generous time goes by.
    bool says(std::string_view line) {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{20};
        std::string current;
        for (char c = 0; std::chrono::steady_clock::now() < deadline;) {
            pollfd readable{said_, POLLIN, 0};
            if (poll(&readable, 1, 200) == 0)
                continue;
            if (read(said_, &c, 1) <= 0)
                return false;
            if (c != '\n')
                current += c;
            else if (std::exchange(current, "") == line)
                return true;
        }
        return false;
    }

    /// Sends `signal` and waits for the end. Nothing if it was ended before.
    void end(int signal) {
        if (id_ > 0)
            kill(id_, signal);
        await();
    }

    /// Waits until it ends by itself.
    void await() {
        if (const pid_t id = std::exchange(id_, -1); id > 0)
            waitpid(id, nullptr, 0);
    }

private:
    pid_t id_ = -1;
    int said_ = -1;
};

} // namespace usher::support
