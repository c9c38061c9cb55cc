// What Spring Boot silently drops, or cannot bind.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "linter/dialect/spring_boot_version.h"
#include "linter/dialect/spring_documents.h"
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

/// Kafka's key with the same letters, whatever stands between them; empty if there is none. For
/// `all_clients` the keys of all four count.
std::string_view kafka_key_like(std::string_view name, kafka::Role role, bool all_clients);

/// Another of the four clients knows the key.
bool known_to_another_client(std::string_view key, kafka::Role role);

}  // namespace kaflint::dialect
