// Which syntax a file is written in, by its name, and whether it can hold Kafka settings, by its
// bytes.
#pragma once

#include <cstdint>
#include <string_view>

namespace kaflint::dialect {

enum class FileSyntax : std::uint8_t { properties, yaml, json, dotenv, other };

/// By the extension. `other` is read by no dialect.
FileSyntax syntax_of(std::string_view path);

/// Whether the bytes hold any text without which a file of that syntax has no Kafka settings.
bool has_needle(std::string_view bytes, FileSyntax syntax);

/// Whether a YAML file may hold topics although nothing in it names Kafka. Such words stand in many
/// other files too, so what is wrong with the file is of interest only if there are topics.
bool has_topic_needle(std::string_view bytes);

}  // namespace kaflint::dialect
