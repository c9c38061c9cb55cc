// Where the secrets of a file stand, so that no report shows them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/kafka/role.h"
#include "linter/policy/engine.h"
#include "linter/source/span.h"

namespace kaflint::report {

inline constexpr std::string_view kHidden = "[hidden]";

/// Whether a setting's value must never be shown: a key that some version of the role defines with
/// type password, or, for a key that the role has in no version, one whose name says so or is
/// nearly such a key's.
bool is_secret(kafka::Role role, std::string_view key);

/// The value of such a key is `[hidden]`; of another key's, the secrets in it are, such as the
/// password of a URL.
std::string without_secrets(kafka::Role role, std::string_view key, std::string_view value);

/// Whether the name of a key of any program says that its value is a secret: `DB_PASSWORD`,
/// `spring.kafka.ssl.key-store-password`, `sasl.jaas.config`. A key that Kafka defines with another
/// type (`password.encoder.iterations`) is none.
bool names_secret(std::string_view key);

/// Values that stand after such a name anywhere in the bytes, in whatever language they are
/// written; sorted, perhaps overlapping. Hides rather too much.
std::vector<Span> secret_lines(std::string_view bytes);

/// The secrets of one file.
class Secrets {
 public:
  explicit Secrets(const policy::FileResult& file);

  /// Sorted and disjoint.
  const std::vector<Span>& spans() const { return spans_; }
  /// The first secret that ends after `offset`; null if there is none.
  const Span* next(std::uint32_t offset) const;
  /// The bytes of `span`, each secret in it replaced by `[hidden]`.
  std::string text(std::string_view bytes, Span span) const;
  /// A message without the secrets of the file's settings. Words that everybody knows remain, since
  /// they are words of messages as well: `password`.
  std::string scrub(std::string_view message) const;
  /// Whether the text holds the value of a secret setting.
  bool appear_in(std::string_view text) const;

 private:
  std::vector<Span> spans_;
  std::vector<std::string> values_;  // longest first
};

}  // namespace kaflint::report
