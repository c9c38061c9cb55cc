// The texts that the editor has open.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "linter/source/source_file.h"

namespace kaflint::lsp {

/// `file:///a%20b.yml` as a path; any other URI as it is, since its end still tells a file's kind.
std::string uri_to_path(std::string_view uri);

struct Document {
  std::shared_ptr<const SourceFile> source;
  std::optional<std::int64_t> version;
};

class Documents {
 public:
  void put(const std::string& uri, std::string text, std::optional<std::int64_t> version);
  void remove(const std::string& uri) { documents_.erase(uri); }
  /// Null when it is not open.
  const Document* find(const std::string& uri) const;

 private:
  std::map<std::string, Document, std::less<>> documents_;
};

}  // namespace kaflint::lsp
