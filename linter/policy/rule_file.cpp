#include "linter/policy/rule_file.h"

#include <fmt/format.h>

#include <array>
#include <optional>

#include "linter/base/text.h"

namespace kaflint::policy {
namespace {

struct Line {
  std::uint32_t begin;
  std::uint32_t end;   // without the line end
  std::uint32_t next;  // where the next line begins
};

std::vector<Line> lines_of(std::string_view text, std::size_t from) {
  std::vector<Line> lines;
  while (from < text.size()) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    const std::size_t next = std::min(end + 1, text.size());
    lines.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(end),
                     static_cast<std::uint32_t>(next)});
    from = next;
  }
  return lines;
}

std::string_view view(std::string_view text, Line line) {
  return text.substr(line.begin, line.end - line.begin);
}

/// The run of backticks or tildes that opens a fence; empty when the line opens none.
std::string_view fence_of(std::string_view line) {
  if (line.empty() || (line.front() != '`' && line.front() != '~')) return {};
  const std::size_t size = std::min(line.find_first_not_of(line.front()), line.size());
  return size >= 3 ? line.substr(0, size) : std::string_view{};
}

bool closes(std::string_view line, std::string_view fence) {
  return line.starts_with(fence) && line.find_first_not_of(fence.front()) == std::string_view::npos;
}

/// The parts of an info string between blanks.
std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> result;
  for (std::string_view word : split(text, ' '))
    if (!word.empty()) result.push_back(word);
  return result;
}

class Reader {
 public:
  Reader(std::string_view text, std::vector<RuleFileProblem>& problems)
      : text_(text), problems_(problems) {}

  RuleFile read() {
    const std::size_t body = read_front_matter();
    file_.page = trim_java(text_.substr(body));
    read_body(lines_of(text_, body));
    return std::move(file_);
  }

 private:
  void problem(std::size_t offset, std::string what) {
    problems_.push_back({static_cast<std::uint32_t>(offset), std::move(what)});
  }

  /// Where the body begins.
  std::size_t read_front_matter() {
    constexpr std::string_view kOpen = "---\n";
    if (!text_.starts_with(kOpen)) {
      problem(0, "a rule file begins with front matter between two lines `---`");
      return 0;
    }
    const std::size_t end = text_.find("\n---\n", kOpen.size() - 1);
    if (end == std::string_view::npos) {
      problem(0, "the front matter has no closing line `---`");
      return text_.size();
    }
    file_.front_matter_begin = static_cast<std::uint32_t>(kOpen.size());
    file_.front_matter = text_.substr(kOpen.size(), end + 1 - kOpen.size());
    return end + kOpen.size() + 1;
  }

  void read_body(const std::vector<Line>& lines) {
    std::optional<bool> bad;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string_view line = view(text_, lines[i]);
      if (line.starts_with("## ")) bad = section(line.substr(3));
      const std::string_view fence = fence_of(line);
      if (fence.empty()) continue;
      std::size_t close = i + 1;
      while (close < lines.size() && !closes(view(text_, lines[close]), fence)) ++close;
      if (close == lines.size()) problem(lines[i].begin, "this fence is never closed");
      if (bad) {
        const std::uint32_t end = close < lines.size() ? lines[close].begin : lines.back().next;
        read_example(*bad,
                     {lines[i].begin + static_cast<std::uint32_t>(fence.size()), lines[i].end},
                     {lines[i].next, end});
      }
      i = close;
    }
  }

  /// Nothing for a heading that is part of the page.
  static std::optional<bool> section(std::string_view heading) {
    if (trim_java(heading) == "Bad") return true;
    if (trim_java(heading) == "Good") return false;
    return std::nullopt;
  }

  void read_example(bool bad, Span info, Span content) {
    Example example;
    example.bad = bad;
    example.info = info;
    example.content = content;
    const std::vector<std::string_view> parts = words(text_.substr(info.begin, info.size()));
    if (parts.size() < 2) {
      problem(info.begin,
              "an example names its language and file: ```properties producer.properties");
      return;
    }
    example.language = parts[0];
    example.file_name = parts[1];
    for (std::size_t i = 2; i < parts.size(); ++i) read_option(parts[i], example);
    file_.examples.push_back(std::move(example));
  }

  void read_option(std::string_view option, Example& example) {
    if (option.starts_with("kafka="))
      example.kafka = option.substr(6);
    else if (option.starts_with("from="))
      example.from = option.substr(5);
    else if (option.starts_with("role="))
      example.role = option.substr(5);
    else if (option.starts_with("boot="))
      example.boot = option.substr(5);
    else if (option == "invalid-utf8")
      example.invalid_utf8 = true;
    else if (option == "require-reason")
      example.require_reason = true;
    else
      problem(static_cast<std::size_t>(option.data() - text_.data()),
              fmt::format("unknown option `{}`; there are kafka=, from=, role=, boot=, "
                          "require-reason and invalid-utf8",
                          option));
  }

  std::string_view text_;
  std::vector<RuleFileProblem>& problems_;
  RuleFile file_;
};

}  // namespace

RuleFile read_rule_file(std::string_view text, std::vector<RuleFileProblem>& problems) {
  return Reader(text, problems).read();
}

}  // namespace kaflint::policy
