// What Spring Boot silently drops, or cannot bind.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "linter/dialect/spring_boot_version.h"
#include "linter/dialect/spring_documents.h"
#include "linter/dialect/spring_placeholders.h"
#include "linter/dialect/spring_table.h"
#include "linter/kafka/role.h"

namespace kaflint::dialect {

/// A key below `properties` that is one of Kafka's but for its spelling (kebab or camel case), or
/// an item of a list, which Boot turns into keys of their own.
std::optional<Diagnostic> check_map_key(const SpringEntry& entry, std::string_view key,
                                        kafka::Role role, bool common);

/// A property's place: `skip` elements precede it.
struct SpringName {
  const SpringEntry& entry;
  std::size_t skip;
  kafka::Role role;
};

/// A Kafka key beside the typed settings, where nothing binds it: spring.kafka.producer.linger-ms.
/// `typed` is what it is on another line of Boot than the project's; else null.
std::optional<Diagnostic> check_misplaced(const SpringName& name, const SpringSetting* typed,
                                          const std::optional<SpringBootVersion>& boot);

/// A text that Spring cannot convert, so that the application does not start.
Diagnostic unbindable(const SpringEntry& entry, const SpringSetting& typed, std::string_view value);

/// A key below `properties`, or the protocol of Boot 3.5's consumer, over which Boot puts another
/// setting.
Diagnostic replaced_by_typed(const SpringEntry& entry, std::string_view key,
                             const SpringBootVersion& boot);

/// A size or duration of which Kafka gets the lower 32 bits.
Diagnostic cut_to_32_bits(const SpringEntry& entry, const SpringSetting& typed,
                          std::string_view value, std::string_view actual);

/// Nothing, or a text, where Boot expects a group of settings: `spring.kafka.consumer:` with all of
/// its lines commented out. `bound` is what else could be bound, in whichever document.
std::optional<Diagnostic> check_empty_section(const SpringEntry& entry,
                                              std::span<const SpringDocument* const> bound,
                                              const std::optional<SpringBootVersion>& boot);

/// A setting of `listener`, `jaas`, `retry` or `template`, which no client gets, with a text that
/// Boot cannot convert.
std::optional<Diagnostic> check_springs_own(const SpringEntry& entry, const SpringLookup& lookup,
                                            const std::optional<SpringBootVersion>& boot);

/// Two settings of one section of which Boot allows one.
Diagnostic exclusive_settings(const SpringEntry& entry, const SpringEntry& other);

/// Kafka's key with the same letters, whatever stands between them; empty if there is none. For
/// `all_clients` the keys of all four count.
std::string_view kafka_key_like(std::string_view name, kafka::Role role, bool all_clients);

/// Another of the four clients knows the key.
bool known_to_another_client(std::string_view key, kafka::Role role);

}  // namespace kaflint::dialect
