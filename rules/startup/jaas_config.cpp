#include "rules/startup/jaas_config.h"

#include <algorithm>
#include <array>

#include "linter/kafka/java_text.h"
#include "rules/startup/stream_tokenizer.h"

namespace kaflint::startup {
namespace {

using Kind = StreamTokenizer::Kind;
using Token = StreamTokenizer::Token;

/// JaasConfig.loginModuleControlFlag
bool is_control_flag(std::string_view text) {
  constexpr std::array<std::string_view, 4> kFlags = {"REQUIRED", "REQUISITE", "SUFFICIENT",
                                                      "OPTIONAL"};
  return std::ranges::find(kFlags, kafka::upper_case(text)) != kFlags.end();
}

/// JaasConfig.parseAppConfigurationEntry, after the token of the login module.
std::expected<LoginModule, std::string> parse_entry(StreamTokenizer& tokens, const Token& name) {
  LoginModule module;
  const Token flag = tokens.next();
  if (flag.kind == Kind::end) return std::unexpected("has no control flag after the login module");
  if (!flag.text || !is_control_flag(*flag.text))
    return std::unexpected(
        "has no control flag (`required`, `requisite`, `sufficient`, `optional`) after the login "
        "module");
  Token token = tokens.next();
  for (; token.kind != Kind::end && !token.is(';'); token = tokens.next()) {
    const bool equals = tokens.next().is('=');
    const Token value = equals ? tokens.next() : Token{};
    if (!value.text)
      return std::unexpected("has an option without a value of the form `name=\"value\"`");
    if (token.text) module.options.insert_or_assign(*token.text, *value.text);
  }
  if (token.kind == Kind::end) return std::unexpected("does not end with a semicolon");
  if (!name.text || name.text->empty())
    return std::unexpected("does not begin with the name of a login module");
  module.name = *name.text;
  return module;
}

}  // namespace

std::expected<LoginModule, std::string> parse_jaas_config(std::string_view text) {
  StreamTokenizer tokens(text);
  std::expected<LoginModule, std::string> module = std::unexpected("names no login module");
  int modules = 0;
  for (Token name = tokens.next(); name.kind != Kind::end; name = tokens.next()) {
    auto entry = parse_entry(tokens, name);
    if (!entry) {
      if (modules > 0 && name.is(';'))
        return std::unexpected("has more than one semicolon at its end");
      return entry;
    }
    if (++modules == 1) module = *std::move(entry);
  }
  if (modules > 1) return std::unexpected("names more than one login module");
  return module;
}

}  // namespace kaflint::startup
