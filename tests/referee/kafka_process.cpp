#include "tests/referee/kafka_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <iterator>
#include <stdexcept>
#include <thread>

extern char** environ;

namespace kaflint::referee {
/// A child with pipes to its standard input and from its standard output.
class KafkaProcess::Child {
 public:
  explicit Child(std::vector<std::string> arguments) {
    std::array<int, 2> in{};
    std::array<int, 2> out{};
    if (pipe2(in.data(), O_CLOEXEC) != 0 || pipe2(out.data(), O_CLOEXEC) != 0)
      throw std::runtime_error("no pipe");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in[0], 0);
    posix_spawn_file_actions_adddup2(&actions, out[1], 1);
    // Kafka's loggers complain about themselves there.
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    std::vector<char*> argv;
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    const int error = posix_spawnp(&pid_, argv[0], &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(in[0]);
    close(out[1]);
    input_ = fdopen(in[1], "w");
    output_ = fdopen(out[0], "r");
    if (error != 0) throw std::runtime_error("cannot start " + arguments[0]);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    close_input();
    fclose(output_);
    int status = 0;
    waitpid(pid_, &status, 0);
  }

  bool write(const std::string& line) {
    return std::fwrite(line.data(), 1, line.size(), input_) == line.size();
  }
  void flush() { std::fflush(input_); }
  void close_input() {
    if (input_ != nullptr) fclose(input_);
    input_ = nullptr;
  }
  bool read(std::string& line) {
    line.clear();
    for (int c = std::getc(output_); c != EOF; c = std::getc(output_)) {
      if (c == '\n') return true;
      line += static_cast<char>(c);
    }
    return false;
  }

 private:
  pid_t pid_ = 0;
  FILE* input_ = nullptr;
  FILE* output_ = nullptr;
};

KafkaProcess::KafkaProcess(KafkaProcessOptions options) : options_(std::move(options)) {
  std::signal(SIGPIPE, SIG_IGN);
}

KafkaProcess::~KafkaProcess() = default;

std::vector<Answer> KafkaProcess::ask(std::span<const Case> cases) {
  std::vector<Answer> answers;
  while (!cases.empty()) {
    // As many as one process may be asked.
    constexpr std::size_t kReleases = 8;
    std::set<kafka::Version> releases = loaded_;
    std::size_t count = 0;
    while (count < cases.size()) {
      releases.insert(cases[count].release);
      if (releases.size() > kReleases) break;
      ++count;
    }
    if (count == 0) {
      child_.reset();
      loaded_.clear();
      continue;
    }
    std::vector<Answer> some = ask_one(cases.first(count));
    std::ranges::move(some, std::back_inserter(answers));
    cases = cases.subspan(count);
  }
  return answers;
}

std::vector<Answer> KafkaProcess::ask_one(std::span<const Case> cases) {
  if (child_ == nullptr)
    child_ = std::make_unique<Child>(std::vector<std::string>{
        options_.java, "-Duser.language=en", "-Djava.io.tmpdir=/tmp", "-Xmx2g", "-cp",
        options_.classes, "kaflint.referee.Main", options_.jars});
  for (const Case& test : cases) loaded_.insert(test.release);
  std::thread writer([&] {
    for (const Case& test : cases)
      if (!child_->write(to_json(test).dump() + "\n")) break;
    child_->flush();
  });
  std::vector<Answer> answers;
  std::string line;
  while (answers.size() < cases.size() && child_->read(line))
    answers.push_back(parse_answer(Json::parse(line)));
  writer.join();
  if (answers.size() != cases.size())
    throw std::runtime_error("the referee in Java ended at this case: " +
                             to_json(cases[answers.size()]).dump());
  return answers;
}

}  // namespace kaflint::referee
