// What Bitnami's charts from 24 on make of `listeners`, `sasl` and `tls`.
#pragma once

#include <string_view>

#include "linter/dialect/helm_bitnami.h"

namespace kaflint::dialect {

/// Whether the section says anything of listeners, SASL or TLS in the form of these charts.
bool has_bitnami_listeners(const ParsedFile& file, const BitnamiSection& section);

/// Adds what the chart's own configuration has for the nodes (`controller`, `broker`, or those that
/// there are: ""), where the unit does not have it yet. What other values of the chart could change
/// is left out: a file that is laid over values.yaml gives only what stands in it.
///
/// Source: _helpers.tpl (kafka.listeners, kafka.securityProtocolMap, kafka.commonConfig,
/// kafka.kraftConfig) and the configmap.yaml of either kind of nodes.
void add_bitnami_listeners(const ParsedFile& file, const BitnamiSection& section,
                           std::string_view nodes, UnitBuilder& builder);

}  // namespace kaflint::dialect
