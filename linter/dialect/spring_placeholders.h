// What ${...} stands for in an application file, as far as the file itself says.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "linter/dialect/spring_boot_version.h"
#include "linter/dialect/spring_documents.h"

namespace kaflint::dialect {

struct SpringProperty {
  enum class State : std::uint8_t { absent, known, unknown };
  State state = State::absent;
  std::string text;  // when known; may hold placeholders
};

struct SpringLookup {
  /// A property by the name in a placeholder.
  std::function<SpringProperty(std::string_view name)> find;
  /// A backslash before a placeholder is text like any other, as up to Spring Framework 6.1.
  bool plain_backslash = false;
};

/// Looks in the documents that are active together, the later ones first. Unknown when one of
/// `all` that is not active gives the property another value: whether its profile is on is not
/// known.
/// `active` and `all` have to outlive the result.
SpringLookup spring_lookup(std::span<const SpringDocument* const> active,
                           std::span<const SpringDocument* const> all,
                           const std::optional<SpringBootVersion>& boot);

struct PlaceholderResult {
  bool known = true;
  std::string text;
};

/// Replaces ${x} by its property and ${x:default} by that or the default, nested ones included: the
/// value as far as the file can say. Not known when a placeholder has neither, when properties
/// stand for each other in a circle, or when a backslash before a placeholder may be more than
/// text.
PlaceholderResult resolve_spring_placeholders(std::string_view text,
                                              const SpringLookup& lookup = {});

}  // namespace kaflint::dialect
