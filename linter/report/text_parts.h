// Phrases that the text renderers share.
#pragma once

#include <string>

#include "linter/report/file_view.h"
#include "linter/report/paint.h"
#include "linter/report/report.h"

namespace kaflint::report {

/// `path:line:column`, both from 1, the column in code points.
std::string place_of(const FileView& view, std::uint32_t offset);

/// `producer spring.kafka.producer (spring-boot)`, without the name for a whole file.
std::string unit_label(const dialect::Unit& unit);

/// `Kafka 3.6.2`, `Kafka 2.8.0 to 3.9.2`: the releases that a unit was checked for.
std::string checked_releases(const policy::UnitResult& result);

/// What Kafka does on the checked releases: `starts on Kafka 3.6.2 (assumed)`.
std::string outcome_words(const policy::UnitResult& result);

/// Who says which versions count: `assumed`, `project: Spring Boot 3.2.4 in pom.xml:8`.
std::string version_reason(const policy::UnitResult& result);

/// One line for each error of the run.
std::string errors_text(const Report& report, const Paint& paint);

/// One line for each configuration file that counted.
std::string configurations_text(const Report& report);

}  // namespace kaflint::report
