// `kaflint explain KEY` for people: a table for each history, in three columns of which the middle
// one, the releases, is there only where something changed.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "linter/report/key_history.h"
#include "linter/report/paint.h"

namespace kaflint::report {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowest = 24;

std::string spaces(std::size_t count) { return std::string(count, ' '); }

/// Breaks at blanks; a word that is longer than the width stays whole.
std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    if (!lines.back().empty() && lines.back().size() + 1 + word.size() > width)
      lines.emplace_back();
    if (!lines.back().empty()) lines.back() += ' ';
    lines.back() += word;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

class Table {
 public:
  Table(const std::vector<KeyField>& fields, std::size_t width, const Paint& paint)
      : fields_(fields), paint_(paint) {
    for (const KeyField& field : fields) {
      name_width_ = std::max(name_width_, field.name.size());
      if (field.periods.size() > 1)
        for (const KeyPeriod& period : field.periods)
          releases_width_ = std::max(releases_width_, period.versions.to_words().size());
    }
    value_column_ = kGap + name_width_ + kGap + (releases_width_ > 0 ? releases_width_ + kGap : 0);
    value_width_ = std::max(width, value_column_ + kNarrowest) - value_column_;
  }

  std::string text() const {
    std::string out;
    for (const KeyField& field : fields_)
      for (const KeyPeriod& period : field.periods) {
        const bool first = &period == field.periods.data();
        out += spaces(kGap) + paint_.dim(first ? field.name : "") +
               spaces(name_width_ - (first ? field.name.size() : 0) + kGap);
        if (releases_width_ > 0) {
          const std::string releases = field.periods.size() > 1 ? period.versions.to_words() : "";
          out += paint_.gutter(releases) + spaces(releases_width_ - releases.size() + kGap);
        }
        append_value(period.value, out);
      }
    return out;
  }

 private:
  void append_value(const std::string& value, std::string& out) const {
    const std::vector<std::string> lines = wrapped(value, value_width_);
    for (const std::string& line : lines) {
      if (&line != lines.data()) out += spaces(value_column_);
      out += line + '\n';
    }
  }

  const std::vector<KeyField>& fields_;
  const Paint& paint_;
  std::size_t name_width_ = 0;
  std::size_t releases_width_ = 0;
  std::size_t value_column_ = 0;
  std::size_t value_width_ = 0;
};

/// `linger.ms behind producer. in streams, connect-distributed`
std::string behind_prefix(const KeyQuery& query, std::size_t width) {
  if (query.prefix.empty()) return {};
  std::vector<std::string_view> holders;
  for (const kafka::Role role : query.holders) holders.push_back(to_string(role));
  std::string out;
  for (const std::string& line : wrapped(fmt::format("{} behind the prefix {} in {}", query.key,
                                                     query.prefix, fmt::join(holders, ", ")),
                                         width - kGap))
    out += spaces(kGap) + line + '\n';
  return out;
}

}  // namespace

std::string key_text(const KeyQuery& query, std::size_t width, bool colour) {
  const Paint paint(colour);
  std::string out;
  for (const KeyHistory& history : key_histories(query)) {
    const std::string readers = fmt::format("{}", fmt::join(history.readers, ", "));
    out += '\n';
    const std::vector<std::string> lines =
        wrapped(fmt::format("{} ({})", readers, history.life), width);
    for (const std::string& line : lines) out += paint.bold(line) + '\n';
    if (history.fields.empty() && !history.life.starts_with("only dynamic"))
      out += fmt::format("  not in {}\n", query.releases.to_words());
    out += Table(history.fields, width, paint).text();
  }
  if (out.empty()) return out;
  return fmt::format("{}\n{}{}", paint.bold(query.prefix + query.key), behind_prefix(query, width),
                     out);
}

}  // namespace kaflint::report
