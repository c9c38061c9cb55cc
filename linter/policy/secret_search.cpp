#include "linter/policy/secret_search.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "linter/base/text.h"
#include "linter/kafka/catalog.h"
#include "rules/startup/stream_tokenizer.h"

namespace kaflint::policy {
namespace {

using startup::StreamTokenizer;

/// Endings of names that Kafka does not define, in lower case and without separators, whose values
/// are secrets and not the name of one, a file or a switch.
constexpr std::array<std::string_view, 20> kSecretEndings = {
    "password",    "passwd",       "passphrase",      "clientsecret",      "apisecret",
    "appsecret",   "sharedsecret", "consumersecret",  "secretkey",         "secretaccesskey",
    "accountkey",  "privatekey",   "sharedaccesskey", "authtoken",         "apitoken",
    "accesstoken", "bearertoken",  "refreshtoken",    "accesstokensecret", "securitycredentials"};
/// The same, but these values may as well be a name, so that only what looks generated counts.
constexpr std::array<std::string_view, 5> kVagueEndings = {"secret", "token", "apikey",
                                                           "encryptionkey", "credential"};
/// At the end of a login module's option.
constexpr std::array<std::string_view, 8> kSecretOptions = {
    "password", "passwd", "passphrase", "secret", "token", "secretkey", "assertion", "credential"};

std::string without_separators(std::string_view key) {
  std::string name = ascii_lower(key);
  std::erase_if(name, [](char c) { return c == '-' || c == '_' || c == '.'; });
  return name;
}

bool ends_with_any(std::string_view text, const auto& endings) {
  return std::ranges::any_of(endings, [text](std::string_view end) { return text.ends_with(end); });
}

RuleId rule_of(SecretKind kind) {
  if (kind == SecretKind::generated) return RuleId("security/generated-secret");
  if (kind == SecretKind::well_known) return RuleId("security/well-known-password");
  return RuleId("security/literal-secret");
}

class SecretFinder {
 public:
  SecretFinder(kafka::Role role, std::string_view key, std::string_view value)
      : role_(role), key_(key), name_(without_separators(key)), value_(value) {}

  std::vector<FoundSecret> find() {
    for (const PrivateKey& key : private_keys_in(value_)) add_private_key(key);
    add_from_urls();
    if (name_.ends_with("jaasconfig"))
      look_at_login_modules();
    else if (name_.ends_with("basicauthuserinfo"))
      add_user_info();
    else if (found_.empty())
      add_whole();
    std::ranges::sort(found_, {}, [](const FoundSecret& found) { return found.text.data(); });
    return std::move(found_);
  }

 private:
  enum class Holds : std::uint8_t { nothing, perhaps, secret };

  Holds holds() const {
    const auto history = kafka::catalog(role_).history(key_);
    if (history.empty()) {
      if (ends_with_any(name_, kSecretEndings)) return Holds::secret;
      return ends_with_any(name_, kVagueEndings) ? Holds::perhaps : Holds::nothing;
    }
    const bool pem = name_.ends_with("certificatechain") ||
                     name_.ends_with("truststorecertificates") || name_.ends_with("keystorekey");
    return !pem && history.back().type() == kafka::Type::password ? Holds::secret : Holds::nothing;
  }

  void add_private_key(const PrivateKey& key) {
    if (key.encrypted)
      add(SecretKind::chosen, key.text, "an encrypted private key");
    else
      found_.push_back({RuleId("security/private-key"), SecretKind::generated, {}, key.text});
  }

  void add_from_urls() {
    for (const UrlSecret& secret : secrets_in_urls(value_))
      add(judge_secret(secret.text), secret.text,
          secret.parameter.empty() ? "the password of a URL"
                                   : fmt::format("the parameter `{}` of a URL", secret.parameter));
  }

  void add_user_info() {
    const std::size_t colon = value_.find(':');
    if (colon == std::string_view::npos) return;
    const std::string_view password = value_.substr(colon + 1);
    add(judge_secret(password), password, "a password");
  }

  void add_whole() {
    const Holds holds = this->holds();
    if (holds == Holds::nothing) return;
    const SecretKind kind = judge_secret(value_);
    const bool vague = holds == Holds::perhaps;
    if (vague && (kind != SecretKind::generated || is_key_id(trim_java(value_)))) return;
    const bool password = name_.ends_with("password") || name_.ends_with("passwd");
    const bool token = name_.ends_with("token");
    add(kind, value_, password ? "a password" : token ? "a token" : "a secret");
  }

  /// Does without Kafka's demands on the whole, so that what Kafka refuses is looked at too.
  void look_at_login_modules() {
    StreamTokenizer tokens(value_);
    std::optional<std::string> option;
    bool equals = false;
    for (auto token = tokens.next(); token.kind != StreamTokenizer::Kind::end;
         token = tokens.next()) {
      if (option && token.is('=')) {
        equals = true;
      } else if (option && equals && token.text) {
        add_option(*option, token);
        option.reset();
        equals = false;
      } else {
        option = std::move(token.text);
        equals = false;
      }
    }
  }

  void add_option(std::string_view option, const StreamTokenizer::Token& token) {
    const bool user = option.starts_with("user_");
    const std::string name = without_separators(option);
    if (!user && !ends_with_any(name, kSecretOptions)) return;
    std::string_view text = value_.substr(token.begin, token.end - token.begin);
    if (token.kind == StreamTokenizer::Kind::quoted) {
      const char quote = text.front();
      text.remove_prefix(1);
      if (text.ends_with(quote)) text.remove_suffix(1);
    }
    // Connection strings are found as such.
    if (!secrets_in_urls(text).empty()) return;
    add(judge_secret(text), text, fmt::format("the login's `{}`", option), name);
  }

  void add(SecretKind kind, std::string_view text, std::string what) {
    add(kind, text, std::move(what), name_);
  }

  void add(SecretKind kind, std::string_view text, std::string what, std::string_view name) {
    // A truststore holds what is public, and its password no more than proves its integrity.
    if (name.ends_with("truststorepassword")) {
      if (kind == SecretKind::well_known) return;
      if (kind == SecretKind::generated) kind = SecretKind::chosen;
    }
    if (kind == SecretKind::none) return;
    found_.push_back({rule_of(kind), kind, std::move(what), trim_java(text)});
  }

  kafka::Role role_;
  std::string_view key_;
  std::string name_;
  std::string_view value_;
  std::vector<FoundSecret> found_;
};

}  // namespace

std::vector<FoundSecret> find_secrets(kafka::Role role, std::string_view key,
                                      std::string_view value) {
  return SecretFinder(role, key, value).find();
}

}  // namespace kaflint::policy
