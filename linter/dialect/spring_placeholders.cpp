// PropertyPlaceholderHelper over the documents of one file.
#include "linter/dialect/spring_placeholders.h"

#include <algorithm>
#include <utility>

#include "linter/dialect/spring_table.h"

namespace kaflint::dialect {
namespace {

/// The matching brace of a `${` whose inside begins at `at`; npos if it is never closed. Braces
/// without a dollar nest as well.
std::size_t closing_brace(std::string_view text, std::size_t at) {
  std::size_t depth = 1;
  for (; at < text.size(); ++at) {
    if (text[at] == '{')
      ++depth;
    else if (text[at] == '}' && --depth == 0)
      return at;
  }
  return std::string_view::npos;
}

class Resolver {
 public:
  explicit Resolver(const SpringLookup& lookup) : lookup_(lookup) {}

  /// Nothing when it is not known.
  std::optional<std::string> resolve(std::string_view text, int depth) {
    std::string result;
    for (;;) {
      const std::size_t open = text.find("${");
      const std::size_t close =
          open == std::string_view::npos ? open : closing_brace(text, open + 2);
      const bool after_backslash =
          open > 0 && open != std::string_view::npos && text[open - 1] == '\\';
      if (after_backslash && !lookup_.plain_backslash) return std::nullopt;
      if (close == std::string_view::npos) return result += text;
      result += text.substr(0, open);
      const auto value = placeholder(text.substr(open + 2, close - open - 2), depth);
      if (!value || result.size() + value->size() > kLongest) return std::nullopt;
      result += *value;
      text.remove_prefix(close + 1);
    }
  }

 private:
  // Properties that stand for several others each would make the work explode.
  static constexpr int kMostPlaceholders = 100;
  static constexpr int kDeepest = 20;
  static constexpr std::size_t kLongest = std::size_t{1} << 20;

  std::optional<std::string> placeholder(std::string_view inner, int depth) {
    if (depth > kDeepest || ++count_ > kMostPlaceholders) return std::nullopt;
    const std::size_t colon = inner.find(':');
    if (inner.find("${") < colon) return std::nullopt;  // the name itself is composed
    const SpringProperty found =
        lookup_.find ? lookup_.find(inner.substr(0, colon)) : SpringProperty();
    if (found.state == SpringProperty::State::unknown) return std::nullopt;
    if (found.state == SpringProperty::State::known) return resolve(found.text, depth + 1);
    if (colon == std::string_view::npos) return std::nullopt;
    return resolve(inner.substr(colon + 1), depth + 1);
  }

  const SpringLookup& lookup_;
  int count_ = 0;
};

std::string joined_name(std::string_view name) {
  std::string joined;
  for (const std::string& element : spring_name_elements(name)) {
    if (!joined.empty()) joined += '.';
    joined += element;
  }
  return joined;
}

/// Only a name in ConfigurationPropertyName's canonical form is compared without regard to case and
/// dashes.
bool is_canonical(std::string_view name) {
  return std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '[' ||
           c == ']';
  });
}

class Lookup {
 public:
  explicit Lookup(std::string_view name)
      : exact_(joined_name(name)),
        uniform_(is_canonical(name) ? spring_uniform(exact_) : std::string()) {}

  /// The last definition; null when there is none.
  const SpringDefinition* in(const SpringDocument& document) const {
    const auto& all = document.definitions;
    const auto found = std::find_if(all.rbegin(), all.rend(), [this](const auto& definition) {
      return definition.name == exact_ ||
             (!uniform_.empty() && spring_uniform(definition.name) == uniform_);
    });
    return found == all.rend() ? nullptr : &*found;
  }

 private:
  std::string exact_;
  std::string uniform_;
};

}  // namespace

SpringLookup spring_lookup(std::span<const SpringDocument* const> active,
                           std::span<const SpringDocument* const> all,
                           const std::optional<SpringBootVersion>& boot) {
  SpringLookup lookup{.find = {}, .plain_backslash = boot && boot->before(3, 4)};
  lookup.find = [active, all](std::string_view name) -> SpringProperty {
    using State = SpringProperty::State;
    const Lookup defined(name);
    bool whole = true;
    const SpringDefinition* found = nullptr;
    for (std::size_t i = active.size(); i-- > 0 && !found;) {
      whole &= !active[i]->partial && !active[i]->broken;
      found = defined.in(*active[i]);
    }
    for (const SpringDocument* document : all) {
      if (std::ranges::find(active, document) != active.end()) continue;
      const SpringDefinition* other = defined.in(*document);
      const bool same = other && found && found->value && found->value == other->value;
      if (other && !same) return {State::unknown, {}};
    }
    if (!found) return {whole ? State::absent : State::unknown, {}};
    return found->value && whole ? SpringProperty{State::known, *found->value}
                                 : SpringProperty{State::unknown, {}};
  };
  return lookup;
}

PlaceholderResult resolve_spring_placeholders(std::string_view text, const SpringLookup& lookup) {
  std::optional<std::string> resolved = Resolver(lookup).resolve(text, 0);
  if (!resolved) return {false, {}};
  return {true, std::move(*resolved)};
}

}  // namespace kaflint::dialect
