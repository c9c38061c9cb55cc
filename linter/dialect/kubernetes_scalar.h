// What a YAML scalar becomes on its way through kubectl or Helm: sigs.k8s.io/yaml, hence go-yaml
// v2's reading of YAML 1.1, then JSON.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "linter/syntax/yaml.h"

namespace kaflint::dialect {

struct KubernetesScalar {
  enum class Kind : std::uint8_t {
    string,
    boolean,
    null,
    integer,  // fits Java's long
    big,      // a whole number beyond it: BigInteger to Jackson, refused by Strimzi's operators
    decimal,
    refused,  // JSON has no such value, or the tag does not fit the text
  };
  Kind kind = Kind::string;
  /// What String.valueOf gives for the value that Jackson reads; empty for null and refused, and
  /// for a decimal whose text depends on the JDK (see `exact`).
  std::string text;
  /// The text is certain. A double from 1e22 on prints differently before and since JDK 19.
  bool exact = true;
  double number = 0;  // integer, big and decimal, as Helm holds them
};

/// What a value is that JSON does not have as text: `a map`, `a list`, `a boolean`, `a number`.
/// Empty for text and null, and for an alias that leads nowhere.
std::string_view kubernetes_type(const syntax::YamlFile& file, syntax::YamlId value);

/// `id` must be a scalar of the file, aliases followed, that is not masked.
KubernetesScalar kubernetes_scalar(const syntax::YamlFile& file, syntax::YamlId id);

/// A plain scalar's text (`quoted` false), or any scalar with an explicit tag.
KubernetesScalar kubernetes_scalar(std::string_view text, bool quoted, std::string_view tag);

/// How Helm prints the value where a template does no more than {{ .Values.x }}: numbers are
/// doubles there, in Go's %v. Null and refused give an empty text.
std::string helm_printed(const KubernetesScalar& scalar);

}  // namespace kaflint::dialect
