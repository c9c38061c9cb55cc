// The pool: every piece of work once, on as many threads as were asked for and at the same time.
#include "linter/cli/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

namespace kaflint::cli {
namespace {

using namespace std::chrono_literals;

/// Lets nobody on before `expected` threads have arrived.
class Meeting {
 public:
  explicit Meeting(unsigned expected) : expected_(expected) {}

  bool everybody_came() {
    std::unique_lock lock(mutex_);
    ++here_;
    all_here_.notify_all();
    return all_here_.wait_for(lock, 60s, [&] { return here_ >= expected_; });
  }

 private:
  const unsigned expected_;
  unsigned here_ = 0;
  std::mutex mutex_;
  std::condition_variable all_here_;
};

TEST(ParallelFor, DoesEachPieceOnce) {
  for (const unsigned jobs : {0U, 1U, 2U, 3U, 64U}) {
    // Neither atomic nor locked: each piece belongs to one thread, and the caller reads afterwards.
    std::vector<int> times(1000);
    parallel_for(times.size(), jobs, false, [&](std::size_t i) { ++times[i]; });
    EXPECT_EQ(times, std::vector<int>(1000, 1)) << jobs;
  }
}

TEST(ParallelFor, WorksOnAllThreadsAtTheSameTime) {
  constexpr unsigned kJobs = 4;
  Meeting meeting(kJobs);
  std::atomic<unsigned> met = 0;
  parallel_for(kJobs, kJobs, false, [&](std::size_t) { met += meeting.everybody_came() ? 1 : 0; });
  EXPECT_EQ(met, kJobs);
}

TEST(ParallelFor, StartsNoMoreThreadsThanAskedFor) {
  std::mutex mutex;
  std::set<std::thread::id> threads;
  parallel_for(500, 3, false, [&](std::size_t) {
    const std::lock_guard lock(mutex);
    threads.insert(std::this_thread::get_id());
  });
  EXPECT_LE(threads.size(), 3U);
}

TEST(ParallelFor, OneJobIsTheCallersThread) {
  std::set<std::thread::id> threads;
  parallel_for(10, 1, false, [&](std::size_t) { threads.insert(std::this_thread::get_id()); });
  EXPECT_EQ(threads, std::set{std::this_thread::get_id()});
}

TEST(ParallelFor, NothingToDo) {
  parallel_for(0, 4, true, [](std::size_t) { FAIL() << "there is no piece of work"; });
}

}  // namespace
}  // namespace kaflint::cli
