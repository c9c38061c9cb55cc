// See helm_template.h. Blanks around actions: text/template's lexer (trim markers).
#include "linter/dialect/helm_template.h"

#include <algorithm>
#include <set>
#include <utility>

#include "linter/dialect/helm_template_pipeline.h"
#include "linter/syntax/go_template.h"

namespace kaflint::dialect {
namespace {

using syntax::TemplateAction;
using syntax::TemplateKeyword;
using syntax::TemplateKind;
using syntax::TemplateToken;
using Type = TemplateValue::Type;

constexpr std::string_view kBlanks = " \t\r\n";
/// Deeper blocks would need as much of the stack.
constexpr std::size_t kMaxDepth = 100;

bool opens_block(TemplateKeyword keyword) {
  return keyword == TemplateKeyword::if_ || keyword == TemplateKeyword::with ||
         keyword == TemplateKeyword::range || keyword == TemplateKeyword::define ||
         keyword == TemplateKeyword::block;
}

/// For each action that begins a branch, the `else` or `end` that ends it. Nothing when they do not
/// match.
std::optional<std::vector<std::size_t>> match(const std::vector<TemplateAction>& actions) {
  std::vector<std::size_t> next(actions.size(), 0);
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < actions.size(); ++i) {
    if (!actions[i].closed) return std::nullopt;
    const TemplateKeyword keyword = actions[i].keyword;
    if (keyword == TemplateKeyword::else_ || keyword == TemplateKeyword::end) {
      if (open.empty()) return std::nullopt;
      next[open.back()] = i;
      open.pop_back();
    }
    if (opens_block(keyword) || keyword == TemplateKeyword::else_) open.push_back(i);
    if (open.size() > kMaxDepth) return std::nullopt;
  }
  return open.empty() ? std::optional(std::move(next)) : std::nullopt;
}

bool is_printable(const TemplateValue& value) {
  const bool scalar = value.type == Type::text || value.type == Type::boolean ||
                      value.type == Type::number || value.type == Type::whole;
  return scalar && value.given && !value.text.empty() && value.text != "\"\"" && value.text != "''";
}

class Renderer {
 public:
  Renderer(std::string_view bytes, const TemplateValues& values)
      : bytes_(bytes), actions_(syntax::find_template_actions(bytes)) {
    scope_.values = &values;
    scope_.dot.type = Type::root;
    scope_.dollar.type = Type::root;
  }

  std::optional<RenderedTemplate> run() {
    std::optional<std::vector<std::size_t>> next = match(actions_);
    if (!next) return std::nullopt;
    next_ = *std::move(next);
    for (const TemplateAction& action : actions_) note_reassignment(action);
    render(0, actions_.size());
    append(bytes_.size(), false);
    return std::move(out_);
  }

 private:
  /// Actions from `first` on, up to `end`.
  void render(std::size_t first, std::size_t end) {
    for (std::size_t i = first; i < end; ++i) {
      const TemplateAction& action = actions_[i];
      if (action.kind == TemplateKind::value) {
        print(i);
      } else if (action.kind == TemplateKind::assignment) {
        assign(tokens_of(i));
        keep(i);
      } else if (action.keyword == TemplateKeyword::if_ ||
                 action.keyword == TemplateKeyword::with) {
        i = choose(i);
      } else if (action.keyword == TemplateKeyword::range) {
        i = repeat(i);
      } else if (opens_block(action.keyword)) {
        i = last_of(i);  // what stands in it is rendered elsewhere, or somewhere else says it
        keep(i);
      } else {
        keep(i);
      }
    }
  }

  void print(std::size_t index) {
    const std::vector<TemplateToken> tokens = tokens_of(index);
    const TemplateValue value = scope_.values->has_installations()
                                    ? run_pipeline_certainly(scope_, tokens)
                                    : run_pipeline(scope_, tokens, 0);
    if (!is_printable(value)) return keep(index);
    drop(index);
    const auto begin = static_cast<std::uint32_t>(out_.text.text().size());
    out_.text.append_decoded(value.text, actions_[index].span);
    const auto end = static_cast<std::uint32_t>(out_.text.text().size());
    const bool exponent = !value.digits.empty() && value.text.find('e') != std::string::npos;
    out_.printed.push_back({.span = {begin, end},
                            .origin = value.origin,
                            .digits = exponent ? value.digits : "",
                            .repair_at = exponent ? value.repair_at : 0});
  }

  /// `if` and `with` and their branches; gives the index of their `end`.
  std::size_t choose(std::size_t index) {
    const TemplateScope outer = scope_;
    const bool kept = leaves_choice(index);
    bool doubtful = false;  // a branch that may be taken stands before
    bool finished = false;
    while (actions_[index].keyword != TemplateKeyword::end) {
      scope_ = outer;
      const std::optional<bool> taken = finished ? std::optional(false) : enter_branch(index);
      const bool stays = kept && taken != false && (doubtful || !taken);
      out_.decided = out_.decided || !stays;
      if (stays)
        keep(index);
      else if (kept)
        remove(index);
      else
        drop(index);
      if (taken == false)
        skip_to(next_[index]);
      else
        render(index + 1, next_[index]);
      doubtful = doubtful || !taken;
      finished = finished || taken == true;
      index = next_[index];
    }
    scope_ = outer;
    if (kept)
      keep(index);
    else
      drop(index);
    return index;
  }

  /// Whether it is open which of the branches is taken.
  bool leaves_choice(std::size_t index) {
    const TemplateScope outer = scope_;
    std::optional<bool> taken = false;
    for (; taken == false && actions_[index].keyword != TemplateKeyword::end;
         index = next_[index]) {
      taken = enter_branch(index);
      scope_ = outer;
    }
    return !taken;
  }

  /// Whether the branch is taken; sets what names mean in it.
  std::optional<bool> enter_branch(std::size_t index) {
    const std::vector<TemplateToken> tokens = tokens_of(index);
    TemplateTokens rest(tokens);
    bool with = false;
    while (!rest.empty() && rest[0].kind == TemplateToken::Kind::identifier &&
           (rest[0].text == "else" || rest[0].text == "if" || rest[0].text == "with")) {
      with = rest[0].text == "with";
      rest = rest.subspan(1);
    }
    if (rest.empty())
      return actions_[index].keyword == TemplateKeyword::else_ ? std::optional(true) : std::nullopt;
    const TemplateValue value = assign(rest);
    if (with) scope_.dot = value;
    return truth_of(value);
  }

  /// `$x := pipeline`, or a pipeline alone: its value.
  TemplateValue assign(TemplateTokens tokens) {
    const bool named = tokens.size() > 2 && tokens[0].kind == TemplateToken::Kind::variable;
    if (named && tokens[1].text == "=") return {};
    const bool declares = named && tokens[1].text == ":=";
    TemplateValue value = run_pipeline_certainly(scope_, declares ? tokens.subspan(2) : tokens);
    value.repair_at = 0;
    if (declares)
      scope_.variables.emplace_back(tokens[0].text,
                                    reassigned_.contains(tokens[0].text) ? TemplateValue{} : value);
    return value;
  }

  /// How often a `range` repeats what, is not followed up.
  std::size_t repeat(std::size_t index) {
    const TemplateScope outer = scope_;
    const std::vector<TemplateToken> tokens = tokens_of(index);
    keep(index);
    scope_.dot = {};
    for (const TemplateToken& token : tokens)
      if (token.kind == TemplateToken::Kind::variable) {
        if (token.text.find('.') == std::string::npos && token.text != "$")
          scope_.variables.emplace_back(token.text, TemplateValue{});
      } else if (token.text == ":=") {
        break;
      }
    while (actions_[index].keyword != TemplateKeyword::end) {
      render(index + 1, next_[index]);
      index = next_[index];
      scope_ = outer;
      keep(index);
    }
    return index;
  }

  std::size_t last_of(std::size_t index) const {
    while (actions_[index].keyword != TemplateKeyword::end) index = next_[index];
    return index;
  }

  void note_reassignment(const TemplateAction& action) {
    if (action.kind != TemplateKind::assignment) return;
    const std::vector<TemplateToken> tokens = syntax::template_tokens(bytes_, action);
    if (tokens.size() > 2 && tokens[1].text == "=") reassigned_.insert(tokens[0].text);
  }

  std::vector<TemplateToken> tokens_of(std::size_t index) const {
    return syntax::template_tokens(bytes_, actions_[index]);
  }

  /// The action stays in the text, so nothing around it is trimmed.
  void keep(std::size_t index) {
    append(actions_[index].span.begin, false);
    append(actions_[index].span.end, false);
  }

  void drop(std::size_t index) {
    append(actions_[index].span.begin, actions_[index].trims_before);
    cursor_ = actions_[index].span.end;
    trims_ = actions_[index].trims_after;
  }

  /// The action goes, and what is around it stays, so that actions beside it stand where they did.
  void remove(std::size_t index) {
    append(actions_[index].span.begin, false);
    cursor_ = actions_[index].span.end;
  }

  void skip_to(std::size_t index) {
    cursor_ = actions_[index].span.begin;
    trims_ = false;
  }

  /// The text of the template up to there.
  void append(std::size_t end, bool trims) {
    std::string_view text = bytes_.substr(cursor_, end - cursor_);
    if (trims_) {
      const std::size_t first = std::min(text.find_first_not_of(kBlanks), text.size());
      text.remove_prefix(first);
      cursor_ += first;
    }
    if (trims) text = text.substr(0, text.find_last_not_of(kBlanks) + 1);
    out_.text.append_verbatim(text, static_cast<std::uint32_t>(cursor_));
    cursor_ = end;
    trims_ = false;
  }

  std::string_view bytes_;
  std::vector<TemplateAction> actions_;
  std::vector<std::size_t> next_;
  std::set<std::string> reassigned_;
  TemplateScope scope_;
  RenderedTemplate out_;
  std::size_t cursor_ = 0;
  bool trims_ = false;
};

}  // namespace

std::optional<RenderedTemplate> render_template(std::string_view bytes,
                                                const TemplateValues& values) {
  return Renderer(bytes, values).run();
}

}  // namespace kaflint::dialect
