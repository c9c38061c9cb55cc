#include "linter/project/gradle_script.h"

#include <algorithm>
#include <utility>

namespace kaflint::project {
namespace {

using Kind = GradleToken::Kind;

constexpr std::size_t kReach = 40;  // tokens of one declaration
constexpr int kMaxNameParts = 12;

class Reader {
 public:
  explicit Reader(const SourceFile& source)
      : path_(source.path()), tokens_(gradle_tokens(source.bytes())) {}

  GradleScript run() {
    for (at_ = 0; at_ < tokens_.size(); ++at_) {
      if (tokens_[at_].kind == Kind::text) {
        read_coordinates();
        read_named_definition();
      } else if (tokens_[at_].kind == Kind::word) {
        read_definition();
        read_plugin();
        read_named_coordinates();
        read_accessor();
        read_micronaut();
      }
    }
    return std::move(script_);
  }

 private:
  const GradleToken& token(std::size_t index) const {
    static constexpr GradleToken kNone{Kind::mark, ";", 0};
    return index < tokens_.size() ? tokens_[index] : kNone;
  }
  const GradleToken& after(std::size_t distance) const { return token(at_ + distance); }
  const GradleToken& before(std::size_t distance) const {
    return distance > at_ ? token(tokens_.size()) : tokens_[at_ - distance];
  }

  GradleText text_of(const GradleToken& token) const {
    return {std::string(token.text), token.interpolated, path_, token.line};
  }

  /// `a.b.c` from the index on, which is moved behind it.
  std::string name_at(std::size_t& index) const {
    std::string name;
    for (int left = kMaxNameParts; left > 0 && token(index).kind == Kind::word; --left) {
      name += token(index++).text;
      if (!token(index).is_mark('.') || token(index + 1).kind != Kind::word) break;
      name += '.';
      ++index;
    }
    return name;
  }

  /// A string, or a name that stands for one.
  std::optional<GradleText> value_at(std::size_t index) const {
    if (token(index).kind == Kind::text) return text_of(token(index));
    if (token(index).kind != Kind::word) return std::nullopt;
    const std::uint32_t line = token(index).line;
    const std::string name = name_at(index);
    return GradleText{"${" + name + "}", true, path_, line};
  }

  bool for_tests() const {
    std::size_t first = at_;
    while (first > 0 && at_ - first < kReach && tokens_[first - 1].line == tokens_[at_].line)
      --first;
    const std::string_view word = tokens_[first].text;
    return word.starts_with("test") || word.find("Test") != std::string_view::npos;
  }

  // implementation("org.apache.kafka:kafka-clients:3.6.1"), and "...:" + kafkaVersion
  void read_coordinates() {
    const GradleToken& here = tokens_[at_];
    if (std::ranges::count(here.text, ':') < 2 || here.text.find(' ') != std::string_view::npos)
      return;
    GradleText library = text_of(here);
    if (library.text.ends_with(':') && after(1).is_mark('+')) {
      const std::optional<GradleText> rest = value_at(at_ + 2);
      if (!rest) return;
      library.text += rest->text;
      library.interpolated = true;
    }
    script_.mentions.push_back({std::move(library), {}, {}, for_tests()});
  }

  // group: 'org.apache.kafka', name: 'kafka-clients', version: '3.6.1', and with = in Kotlin
  void read_named_coordinates() {
    if (!tokens_[at_].is_word("group") || !is_assignment(at_ + 1)) return;
    std::optional<GradleText> group;
    std::optional<GradleText> name;
    std::optional<GradleText> version;
    std::size_t index = at_;
    while (index < at_ + kReach && token(index).kind == Kind::word && is_assignment(index + 1)) {
      std::optional<GradleText> value = value_at(index + 2);
      if (!value) break;
      if (token(index).is_word("group")) group = value;
      if (token(index).is_word("name")) name = value;
      if (token(index).is_word("version")) version = value;
      index += 2;
      if (token(index).kind == Kind::text)
        ++index;
      else
        name_at(index);
      if (!token(index).is_mark(',')) break;
      ++index;
    }
    if (!group || !name || !version) return;
    version->text = group->text + ":" + name->text + ":" + version->text;
    version->interpolated = true;
    script_.mentions.push_back({*std::move(version), {}, {}, for_tests()});
  }

  bool is_assignment(std::size_t index) const {
    return token(index).is_mark(':') ||
           (token(index).is_mark('=') && !token(index + 1).is_mark('='));
  }

  // id("org.springframework.boot") version "3.2.4", and without parentheses
  void read_plugin() {
    if (!tokens_[at_].is_word("id")) return;
    std::size_t index = at_ + 1;
    const bool parentheses = token(index).is_mark('(');
    if (parentheses) ++index;
    if (token(index).kind != Kind::text) return;
    const std::string id(token(index).text);
    index += parentheses ? 2 : 1;
    if (token(index).is_mark('.')) ++index;
    if (!token(index).is_word("version")) return;
    ++index;
    if (token(index).is_mark('(')) ++index;
    if (std::optional<GradleText> version = value_at(index))
      script_.mentions.push_back({{}, id, *std::move(version), false});
  }

  // kafkaVersion = "3.6.1"; [kafka: '3.6.1']; val kafkaVersion: String by extra("3.6.1")
  void read_definition() {
    std::string name(tokens_[at_].text);
    if (after(1).is_mark('=') && after(2).kind == Kind::text)
      return define(script_.variables, std::move(name), text_of(after(2)));
    if (after(1).is_mark(':') && after(2).kind == Kind::text)
      return define(script_.variables, map_prefix() + name, text_of(after(2)));
    std::size_t index = at_ + 1;
    if (token(index).is_mark(':') && token(index + 1).kind == Kind::word) index += 2;
    if (token(index).is_word("by") && token(index + 1).is_word("extra") &&
        token(index + 2).is_mark('(') && token(index + 3).kind == Kind::text)
      define(script_.variables, std::move(name), text_of(token(index + 3)));
  }

  /// `versions.` inside of versions = [ ... ].
  std::string map_prefix() const {
    for (std::size_t distance = 1; distance < 400 && distance <= at_; ++distance) {
      if (before(distance).is_mark(']') || before(distance).is_mark('{')) break;
      if (before(distance).is_mark('[') && before(distance + 1).is_mark('=') &&
          before(distance + 2).kind == Kind::word)
        return std::string(before(distance + 2).text) + ".";
    }
    return {};
  }

  // ext['kafka.version'] = '3.6.1'; extra["kafka.version"] = "3.6.1"; set("kafkaVersion", "3.6.1")
  void read_named_definition() {
    const bool indexed = before(1).is_mark('[') && after(1).is_mark(']') && after(2).is_mark('=') &&
                         after(3).kind == Kind::text;
    const bool set = before(1).is_mark('(') && before(2).is_word("set") && after(1).is_mark(',') &&
                     after(2).kind == Kind::text;
    if (indexed || set)
      define(script_.variables, std::string(tokens_[at_].text), text_of(after(indexed ? 3 : 2)));
  }

  void read_accessor() {
    if (!tokens_[at_].is_word("libs") || !after(1).is_mark('.') || for_tests()) return;
    std::size_t index = at_;
    std::string name = name_at(index);
    if (name.ends_with(".get")) name.resize(name.size() - 4);
    if (name.starts_with("libs.bundles.")) script_.uses_bundles = true;
    script_.accessors.insert(std::move(name));
  }

  void read_micronaut() {
    if (!tokens_[at_].is_word("micronaut") || !after(1).is_mark('{')) return;
    for (std::size_t index = at_ + 2; index < at_ + kReach && !token(index).is_mark('}'); ++index) {
      if (!token(index).is_word("version")) continue;
      ++index;
      while (token(index).is_mark('(') || token(index).is_mark('=')) ++index;
      script_.micronaut = value_at(index);
      return;
    }
  }

  std::string path_;
  std::vector<GradleToken> tokens_;
  std::size_t at_ = 0;
  GradleScript script_;
};

}  // namespace

void define(GradleVariables& variables, std::string name, GradleText text) {
  const auto [place, added] = variables.emplace(std::move(name), text);
  if (!added && place->second && place->second->text != text.text) place->second.reset();
}

GradleScript read_gradle_script(const SourceFile& source) { return Reader(source).run(); }

}  // namespace kaflint::project
