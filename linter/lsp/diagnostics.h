// Findings as LSP diagnostics.
#pragma once

#include <string>

#include "linter/lsp/json_rpc.h"
#include "linter/policy/engine.h"
#include "linter/source/position.h"

namespace kaflint::lsp {

/// What the editor has said that it understands.
struct ClientSupport {
  ColumnUnit unit = ColumnUnit::utf16;
  bool tags = false;
  bool related = false;
  bool code_description = false;
};

/// The array of a document's diagnostics. A finding about something absent stands on its unit's
/// first line.
Json diagnostics(const policy::FileResult& result, const std::string& uri,
                 const ClientSupport& support);

}  // namespace kaflint::lsp
