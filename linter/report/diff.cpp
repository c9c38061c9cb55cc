// Lines end with LF here, as patch and git see it; a CR before it belongs to the line.
#include "linter/report/diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "linter/base/line_diff.h"
#include "linter/report/display.h"
#include "linter/report/file_view.h"

namespace kaflint::report {
namespace {

constexpr std::size_t kContext = 3;

std::vector<std::string_view> lines_of(std::string_view bytes) {
  std::vector<std::string_view> lines;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
    lines.push_back(bytes.substr(0, end));
    bytes.remove_prefix(end);
  }
  return lines;
}

/// Changes that are so near to each other that their context would overlap.
std::vector<std::span<const LineChange>> hunks_of(std::span<const LineChange> changes) {
  std::vector<std::span<const LineChange>> hunks;
  for (std::size_t begin = 0; begin < changes.size();) {
    std::size_t end = begin + 1;
    while (end < changes.size() &&
           changes[end].old_begin - changes[end - 1].old_end <= 2 * kContext)
      ++end;
    hunks.push_back(changes.subspan(begin, end - begin));
    begin = end;
  }
  return hunks;
}

/// `12,3` of a hunk's header: the first line and the count; of no lines, the line before them.
std::string range(std::size_t begin, std::size_t end) {
  const std::size_t first = begin == end ? begin : begin + 1;
  return end - begin == 1 ? fmt::format("{}", first) : fmt::format("{},{}", first, end - begin);
}

class Diff {
 public:
  Diff(const policy::FileResult& before, const policy::FileResult& after, const Paint& paint)
      : before_(before), after_(after), paint_(paint) {}

  std::string text() {
    const auto changes = line_changes(before_.lines, after_.lines);
    if (changes.empty()) return {};
    const std::string path = printable(before_.view.path());
    out_ = paint_.bold(fmt::format("--- {}", path)) + "\n";
    out_ += paint_.bold(fmt::format("+++ {}", path)) + "\n";
    for (const auto& hunk : hunks_of(changes)) add_hunk(hunk);
    return std::move(out_);
  }

 private:
  struct Side {
    explicit Side(const policy::FileResult& file)
        : view(file), lines(lines_of(file.source->bytes())) {}
    FileView view;
    std::vector<std::string_view> lines;
  };

  void add_hunk(std::span<const LineChange> hunk) {
    const LineChange& first = hunk.front();
    const LineChange& last = hunk.back();
    const std::size_t before = std::min(first.old_begin, kContext);
    const std::size_t behind = std::min(before_.lines.size() - last.old_end, kContext);
    const std::string header =
        fmt::format("@@ -{} +{} @@", range(first.old_begin - before, last.old_end + behind),
                    range(first.new_begin - before, last.new_end + behind));
    out_ += paint_.gutter(header) + "\n";
    std::size_t at = first.old_begin - before;
    for (const LineChange& change : hunk) {
      add_lines(' ', before_, at, change.old_begin);
      add_lines('-', before_, change.old_begin, change.old_end);
      add_lines('+', after_, change.new_begin, change.new_end);
      at = change.old_end;
    }
    add_lines(' ', before_, at, at + behind);
  }

  void add_lines(char sign, const Side& side, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      std::string line = sign + shown(side, side.lines[i]);
      if (sign == '-') line = paint_.removed(line);
      if (sign == '+') line = paint_.added(line);
      out_ += line + "\n";
      if (!side.lines[i].ends_with('\n')) out_ += "\\ No newline at end of file\n";
    }
  }

  std::string shown(const Side& side, std::string_view line) const {
    const std::string_view bytes = side.view.bytes();
    if (line.ends_with('\n')) line.remove_suffix(1);
    const auto begin = static_cast<std::uint32_t>(line.data() - bytes.data());
    const Span span{begin, begin + static_cast<std::uint32_t>(line.size())};
    std::string text = side.view.secrets().text(bytes, span);
    return paint_.is_on() ? printable(text) : text;
  }

  Side before_;
  Side after_;
  const Paint& paint_;
  std::string out_;
};

}  // namespace

std::string unified_diff(const policy::FileResult& before, const policy::FileResult& after,
                         const Paint& paint) {
  return Diff(before, after, paint).text();
}

}  // namespace kaflint::report
