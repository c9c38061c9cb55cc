// The typed settings of one section, as Boot's Binder finds them.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "linter/dialect/spring_boot_version.h"
#include "linter/dialect/spring_role.h"
#include "linter/dialect/spring_sections.h"
#include "linter/dialect/spring_table.h"
#include "linter/kafka/role.h"

namespace kaflint::dialect {

struct TypedEntry {
  const ActiveDocument* active = nullptr;
  std::size_t at = 0;  // among the document's entries; of a list, its first item
  SpringPlace place{};
  /// Null when no line of Boot has such a setting there.
  const SpringSetting* typed = nullptr;
  bool binds = false;  // on this line of Boot
  bool canonical = false;
  /// Of two spellings that are not Boot's own, a hash decides.
  bool unclear = false;
  /// Of the same name in the same document, which this one replaces.
  std::vector<std::size_t> earlier{};

  const SpringEntry& entry() const { return active->document->entries[at]; }
};

/// For each typed setting of a client's own section, or of the common one, the entry that counts:
/// that of the strongest document, there the one in Boot's own spelling. What nothing binds is
/// there as well, every entry of it.
std::vector<TypedEntry> typed_entries(std::span<const ActiveDocument> documents, kafka::Role role,
                                      bool own_section,
                                      const std::optional<SpringBootVersion>& boot);

/// How many entries after this one are items of the same list.
std::size_t further_items(std::span<const SpringEntry> entries, std::size_t at);

}  // namespace kaflint::dialect
