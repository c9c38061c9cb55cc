#include "linter/policy/secret_values.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>

#include "linter/base/ascii.h"
#include "linter/base/text.h"

namespace kaflint::policy {
namespace {

/// Of templates and references, anywhere in a text.
constexpr std::array<std::string_view, 9> kReferences = {"${", "$(", "$[", "{{", "}}",
                                                         "%{", "#{", "<%", "##"};
/// With which a reference to a vault, a file or an encrypted value begins.
constexpr std::array<std::string_view, 11> kSchemes = {"vault:", "enc(",  "secret:", "ref+",
                                                       "arn:",   "env:",  "file:",   "sm://",
                                                       "op://",  "!sops", "{cipher}"};
/// Words by which somebody asks for the secret to be put there.
constexpr std::array<std::string_view, 24> kRequests = {
    "changeme", "change-me",   "change_me", "changethis", "changeit", "replaceme",
    "replace-", "replace_",    "your-",     "your_",      "your ",    "yourpass",
    "example",  "placeholder", "dummy",     "todo",       "fixme",    "redacted",
    "insert",   "xxxx",        "****",      "....",       "a1b2c3d4", "q1w2e3r4"};
/// In what stands for the content of a key.
constexpr std::array<std::string_view, 4> kLeftOut = {"...", "example", "your-", "<"};
constexpr std::array<std::string_view, 5> kNothing = {"true", "false", "null", "none", "nil"};
/// The defaults of keytool, images and quick starts, and what every list of passwords begins with.
constexpr std::array<std::string_view, 31> kWellKnown = {
    "changeit", "changeme",     "change-me", "confluent",    "kafka",        "password",
    "passwd",   "pass",         "password1", "password123",  "password1234", "secret",
    "admin",    "admin123",     "root",      "guest",        "test",         "test123",
    "test1234", "123456",       "12345678",  "admin-secret", "alice-secret", "bob-secret",
    "postgres", "kafka-secret", "debezium",  "dbz",          "user",         "bitnami",
    "abcdefgh"};
/// Words that a human writes and a generator does not, whatever stands around them.
constexpr std::array<std::string_view, 16> kWords = {
    "pass", "secret", "admin", "kafka", "user",    "test",      "word",   "token",
    "demo", "local",  "root",  "login", "connect", "confluent", "client", "broker"};

constexpr std::size_t kShortestGenerated = 16;
constexpr double kLeastEntropy = 3.2;       // bits for each character; English words have less
constexpr double kLeastChanges = 0.3;       // of neighbours of different classes
constexpr std::size_t kShortestKey = 100;   // base64 characters: a P-256 key has more
constexpr std::size_t kLongestHeader = 64;  // of a PEM
constexpr std::size_t kLongestKeyId = 20;
constexpr std::size_t kShortestWebToken = 60;

bool holds_any(std::string_view text, const auto& words) {
  return std::ranges::any_of(words, [text](std::string_view word) { return text.contains(word); });
}

bool is_one_of(std::string_view text, const auto& words) {
  return std::ranges::find(words, text) != words.end();
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_separator(char c) { return c == '-' || c == '_' || c == '.'; }

/// `DB_PASSWORD`, `CLIENT_PASSWORD1`
bool is_variable_name(std::string_view text) {
  return text.contains('_') && is_upper(text.front()) &&
         std::ranges::all_of(text, [](char c) { return is_upper(c) || is_digit(c) || c == '_'; });
}

/// `/run/secrets/password`
bool is_path(std::string_view text) {
  return text.starts_with('/') && text.find('/', 1) != std::string_view::npos &&
         std::ranges::all_of(text, [](char c) {
           return !is_upper(c) && (is_letter(c) || is_digit(c) || is_separator(c) || c == '/');
         });
}

bool is_enclosed(std::string_view text) {
  constexpr std::array<std::string_view, 6> kPairs = {"<>", "[]", "{}", "@@", "%%", "__"};
  return text.size() > 1 && std::ranges::any_of(kPairs, [text](std::string_view pair) {
           return text.starts_with(pair[0]) && text.ends_with(pair[1]);
         });
}

bool is_reference(std::string_view text) {
  const std::string lower = ascii_lower(text);
  const bool variable = text.size() > 1 && text[0] == '$' && (is_letter(text[1]) || text[1] == '_');
  const bool scheme = std::ranges::any_of(
      kSchemes, [&](std::string_view begin) { return lower.starts_with(begin); });
  return variable || scheme || holds_reference(text) || is_enclosed(text) ||
         is_variable_name(text) || is_path(text);
}

bool is_request(std::string_view text) {
  const std::string lower = ascii_lower(text);
  const bool one_character = std::ranges::all_of(text, [&](char c) { return c == text.front(); });
  return one_character || is_one_of(lower, kNothing) || holds_any(lower, kRequests);
}

/// Shannon's, in bits for each character.
double entropy(std::string_view text) {
  std::array<std::size_t, 256> counts = {};
  for (const char c : text) ++counts[static_cast<unsigned char>(c)];
  double bits = 0;
  for (const std::size_t count : counts) {
    if (count == 0) continue;
    const double share = static_cast<double>(count) / static_cast<double>(text.size());
    bits -= share * std::log2(share);
  }
  return bits;
}

constexpr int kUpper = 1;
constexpr int kLower = 2;
int class_of(char c) { return is_digit(c) ? 0 : is_upper(c) ? kUpper : is_letter(c) ? kLower : 3; }

/// The share of neighbours of which one is a digit and the other a letter, and the like: words and
/// years have few, if a capital and what follows it count as one word.
double changes(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const bool word = class_of(text[i - 1]) == kUpper && class_of(text[i]) == kLower;
    count += class_of(text[i]) != class_of(text[i - 1]) && !word;
  }
  return static_cast<double>(count) / static_cast<double>(text.size() - 1);
}

bool is_web_token(std::string_view text) {
  return text.starts_with("eyJ") && std::ranges::count(text, '.') == 2 &&
         text.size() >= kShortestWebToken;
}

bool is_generated(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) <= ' ') return false;
    if (!is_separator(c)) letters += c;
  }
  if (is_web_token(text)) return true;
  if (letters.size() < kShortestGenerated || holds_any(ascii_lower(text), kWords)) return false;
  return std::ranges::any_of(letters, is_digit) && std::ranges::any_of(letters, is_letter) &&
         entropy(letters) >= kLeastEntropy && changes(letters) >= kLeastChanges;
}

/// Of connection strings, behind `?`, `&` or `;`, in lower case.
constexpr std::array<std::string_view, 10> kSecretParameters = {
    "password", "pwd",          "passwd",          "passphrase", "sslpassword",
    "secret",   "access_token", "sharedaccesskey", "accountkey", "client_secret"};

void add_parameters(std::string_view text, std::vector<UrlSecret>& out) {
  for (std::size_t at = text.find_first_of("?&;"); at != std::string_view::npos;
       at = text.find_first_of("?&;", at + 1)) {
    const std::string_view rest = text.substr(at + 1);
    const std::string_view pair = rest.substr(0, rest.find_first_of("?&;, \"'\t\r\n"));
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    if (is_one_of(ascii_lower(pair.substr(0, equals)), kSecretParameters))
      out.push_back({pair.substr(0, equals), pair.substr(equals + 1)});
  }
}

/// `jdbc:oracle:thin:scott/SECRET@host`
void add_oracle_password(std::string_view text, std::vector<UrlSecret>& out) {
  constexpr std::string_view kScheme = "jdbc:oracle:";
  const std::size_t scheme = text.find(kScheme);
  if (scheme == std::string_view::npos) return;
  std::string_view rest = text.substr(scheme + kScheme.size());
  rest = rest.substr(0, rest.find('@'));
  const std::size_t slash = rest.find('/');
  if (slash != std::string_view::npos && rest.size() < text.size() - scheme - kScheme.size())
    out.push_back({{}, rest.substr(slash + 1)});
}

}  // namespace

bool is_key_id(std::string_view text) {
  return text.size() <= kLongestKeyId &&
         std::ranges::all_of(text, [](char c) { return is_upper(c) || is_digit(c); });
}

bool holds_reference(std::string_view text) { return holds_any(text, kReferences); }

SecretKind judge_secret(std::string_view text) {
  text = trim_java(text);
  if (text.empty() || is_reference(text)) return SecretKind::none;
  if (is_one_of(ascii_lower(text), kWellKnown)) return SecretKind::well_known;
  if (is_request(text)) return SecretKind::none;
  return is_generated(text) ? SecretKind::generated : SecretKind::chosen;
}

std::vector<PrivateKey> private_keys_in(std::string_view text) {
  constexpr std::string_view kBegin = "-----BEGIN ";
  constexpr std::string_view kHeaderEnd = "PRIVATE KEY-----";
  std::vector<PrivateKey> found;
  for (std::size_t at = text.find(kBegin); at != std::string_view::npos;
       at = text.find(kBegin, at + 1)) {
    const std::string_view header = text.substr(at, kLongestHeader);
    const std::size_t end = header.find(kHeaderEnd);
    if (end == std::string_view::npos || header.substr(5, end - 5).contains("--")) continue;
    const std::size_t body_begin = at + end + kHeaderEnd.size();
    const std::size_t body_end = std::min(text.find("-----", body_begin), text.size());
    const std::string_view body = text.substr(body_begin, body_end - body_begin);
    const auto characters = static_cast<std::size_t>(
        std::ranges::count_if(body, [](char c) { return is_letter(c) || is_digit(c); }));
    if (characters < kShortestKey || holds_reference(body) ||
        holds_any(ascii_lower(body), kLeftOut))
      continue;
    const std::size_t footer = text.find("-----", std::min(body_end + 5, text.size()));
    const std::size_t stop = footer == std::string_view::npos ? body_end : footer + 5;
    found.push_back({text.substr(at, stop - at), header.substr(0, end).contains("ENCRYPTED") ||
                                                     body.contains("Proc-Type: 4,ENCRYPTED")});
  }
  return found;
}

std::vector<UrlSecret> secrets_in_urls(std::string_view text) {
  std::vector<UrlSecret> found;
  const std::size_t first = text.find("://");
  for (std::size_t at = first; at != std::string_view::npos; at = text.find("://", at + 3)) {
    std::string_view authority = text.substr(at + 3);
    authority = authority.substr(0, authority.find_first_of("/ \t\r\n,\"'?;"));
    const std::size_t host = authority.rfind('@');
    const std::size_t colon = authority.find(':');
    if (host != std::string_view::npos && colon < host)
      found.push_back({{}, authority.substr(colon + 1, host - colon - 1)});
  }
  if (first != std::string_view::npos || text.starts_with("jdbc:")) add_parameters(text, found);
  add_oracle_password(text, found);
  return found;
}

}  // namespace kaflint::policy
