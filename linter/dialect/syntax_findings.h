// What is wrong with a file as text, whatever it configures.
#pragma once

#include "linter/dialect/dialect.h"

namespace kaflint::dialect {

/// A NUL byte: no text that Kafka, Spring or Kubernetes would read, most often UTF-16. Says whether
/// there was one.
bool report_binary(const SourceFile& source, FileUnits& out);

void report_properties_errors(const SourceFile& source, const syntax::PropertiesFile& file,
                              FileUnits& out);

/// Nothing for a text that still has to be filled in. To be called when the file's units are in
/// `out`; what follows the value is of no interest, as Jackson leaves it unread.
void report_json_errors(const SourceFile& source, const syntax::JsonFile& file, FileUnits& out);

/// Nothing for a `templated` text, which is not what a YAML parser will see, and for a file that
/// has nothing to do with Kafka. To be called when the file's units are in `out`.
void report_yaml_errors(const SourceFile& source, const syntax::YamlFile& file, bool templated,
                        FileUnits& out);

}  // namespace kaflint::dialect
