// Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), the greedy form: for a growing
// number of steps, how far into both texts each diagonal can be followed. The path is read back
// from what was noted for each number of steps.
#include "linter/base/line_diff.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace kaflint {
namespace {

using Lines = std::span<const std::string_view>;

/// An edit path from both ends' common lines inwards.
class Path {
 public:
  Path(Lines before, Lines after) : before_(before), after_(after) {}

  /// A line deleted at (x, y) or, if `insertion`, inserted there.
  struct Step {
    std::size_t x, y;
    bool insertion;
  };

  /// In file order; nothing beyond the limit.
  std::optional<std::vector<Step>> find(std::size_t limit) {
    for (std::size_t steps = 0; steps <= limit; ++steps)
      if (advance(steps)) return read_back(steps);
    return std::nullopt;
  }

 private:
  // How far `before` is read on diagonal x - y = k, for k from -steps to steps in twos.
  using Front = std::vector<std::size_t>;
  using Diagonal = std::ptrdiff_t;

  Diagonal last_diagonal() const {
    return static_cast<Diagonal>(before_.size()) - static_cast<Diagonal>(after_.size());
  }

  static std::size_t reach(const Front& front, std::size_t steps, Diagonal k) {
    return front[static_cast<std::size_t>(k + static_cast<Diagonal>(steps)) / 2];
  }

  bool comes_by_insertion(std::size_t steps, Diagonal k) const {
    const auto outermost = static_cast<Diagonal>(steps);
    if (k == -outermost || k == outermost) return k == -outermost;
    const Front& last = fronts_[steps - 1];
    return reach(last, steps - 1, k - 1) < reach(last, steps - 1, k + 1);
  }

  std::size_t start(std::size_t steps, Diagonal k) const {
    if (steps == 0) return 0;
    const Front& last = fronts_[steps - 1];
    return comes_by_insertion(steps, k) ? reach(last, steps - 1, k + 1)
                                        : reach(last, steps - 1, k - 1) + 1;
  }

  /// Whether the ends of both texts are reached.
  bool advance(std::size_t steps) {
    fronts_.emplace_back();
    const auto outermost = static_cast<Diagonal>(steps);
    for (Diagonal k = -outermost; k <= outermost; k += 2) {
      std::size_t x = start(steps, k);
      auto y = static_cast<std::size_t>(static_cast<Diagonal>(x) - k);
      while (x < before_.size() && y < after_.size() && before_[x] == after_[y]) ++x, ++y;
      fronts_.back().push_back(x);
      if (k == last_diagonal() && x == before_.size()) return true;
    }
    return false;
  }

  std::vector<Step> read_back(std::size_t steps) const {
    std::vector<Step> path;
    Diagonal k = last_diagonal();
    for (; steps > 0; --steps) {
      const bool insertion = comes_by_insertion(steps, k);
      const std::size_t x = start(steps, k);
      const auto y = static_cast<std::size_t>(static_cast<Diagonal>(x) - k);
      path.push_back(insertion ? Step{x, y - 1, true} : Step{x - 1, y, false});
      k += insertion ? 1 : -1;
    }
    std::ranges::reverse(path);
    return path;
  }

  Lines before_;
  Lines after_;
  std::vector<Front> fronts_;  // by number of steps
};

std::vector<LineChange> joined(const std::vector<Path::Step>& path, std::size_t offset) {
  std::vector<LineChange> changes;
  for (const Path::Step& step : path) {
    const std::size_t x = step.x + offset;
    const std::size_t y = step.y + offset;
    if (changes.empty() || changes.back().old_end != x || changes.back().new_end != y)
      changes.push_back({x, x, y, y});
    ++(step.insertion ? changes.back().new_end : changes.back().old_end);
  }
  return changes;
}

}  // namespace

std::vector<LineChange> line_changes(Lines before, Lines after, std::size_t limit) {
  const std::size_t shorter = std::min(before.size(), after.size());
  std::size_t head = 0;
  while (head < shorter && before[head] == after[head]) ++head;
  std::size_t tail = 0;
  while (tail < shorter - head &&
         before[before.size() - tail - 1] == after[after.size() - tail - 1])
    ++tail;
  const Lines old_middle = before.subspan(head, before.size() - head - tail);
  const Lines new_middle = after.subspan(head, after.size() - head - tail);
  if (old_middle.empty() && new_middle.empty()) return {};
  const auto path = Path(old_middle, new_middle).find(limit);
  if (!path) return {{head, before.size() - tail, head, after.size() - tail}};
  return joined(*path, head);
}

}  // namespace kaflint
