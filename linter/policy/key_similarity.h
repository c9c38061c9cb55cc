// Which known key an unknown one was meant to be.
#pragma once

#include <string>
#include <string_view>

#include "linter/kafka/version.h"
#include "linter/policy/key_places.h"

namespace kaflint::policy {

struct SimilarityOptions {
  /// Connectors have keys of their own: only long keys with a dot, one slip away.
  bool careful = false;
};

/// The only key that every one of the releases has and that `name` is a slip away from: other case,
/// `-` or `_` for `.`, one typing mistake, two in a long key. Empty when there is none, or more
/// than one.
std::string similar_key(const KeyPlace& place, std::string_view name, kafka::ReleaseMask releases,
                        SimilarityOptions options);

/// Whether a known key begins with `name` and a dot, or `name` with a known key and a dot; keys
/// that name a class are left out of the latter, since that class may read it.
bool extends_or_cuts_key(const KeyPlace& place, std::string_view name, kafka::Version version);

/// Whether a known key has the same first word, unless plug-ins commonly use it too.
bool shares_first_word(const KeyPlace& place, std::string_view name, kafka::Version version);

}  // namespace kaflint::policy
