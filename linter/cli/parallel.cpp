// Threads take the next number from a counter; the caller's thread shows the progress.
#include "linter/cli/parallel.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

#include "linter/cli/output.h"

namespace kaflint::cli {
namespace {

using namespace std::chrono_literals;

struct Work {
  std::size_t count;
  const std::function<void(std::size_t)>& function;
  std::atomic<std::size_t> next = 0;
  std::atomic<std::size_t> done = 0;
  std::mutex mutex;
  std::condition_variable finished;

  void run() {
    for (std::size_t i = next++; i < count; i = next++) {
      function(i);
      if (++done < count) continue;
      const std::lock_guard lock(mutex);
      finished.notify_all();
    }
  }
};

void show_progress(Work& work) {
  bool shown = false;
  std::unique_lock lock(work.mutex);
  const auto all_done = [&] { return work.done == work.count; };
  for (auto wait = 1000ms; !work.finished.wait_for(lock, wait, all_done); wait = 200ms) {
    write_stderr(fmt::format("\r\x1b[K{} of {} files", work.done.load(), work.count));
    shown = true;
  }
  if (shown) write_stderr("\r\x1b[K");
}

/// A system without a further thread to give gets by with those that it gave.
void start(std::vector<std::jthread>& threads, Work& work) {
  try {
    threads.emplace_back([&work] { work.run(); });
  } catch (const std::system_error&) {
    return;
  }
}

}  // namespace

void parallel_for(std::size_t count, unsigned jobs, bool progress,
                  const std::function<void(std::size_t)>& work) {
  if (jobs == 0) jobs = std::max(1U, std::thread::hardware_concurrency());
  const std::size_t threads = std::min<std::size_t>(jobs, count);
  const bool watch = progress && count > 1 && ::isatty(STDERR_FILENO) == 1;
  Work shared{count, work, {}, {}, {}, {}};
  std::vector<std::jthread> pool;
  for (std::size_t i = watch ? 0 : 1; i < threads; ++i) start(pool, shared);
  if (watch && !pool.empty()) return show_progress(shared);
  shared.run();
}

}  // namespace kaflint::cli
