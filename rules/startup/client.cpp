#include "rules/startup/client.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>

#include "linter/base/ascii.h"
#include "linter/base/text.h"
#include "linter/kafka/named_validators.h"

namespace kaflint::startup {
namespace {

using kafka::Version;

bool is_host_character(char c, bool colon) {
  return is_digit(c) || is_letter(c) || c == '-' || c == '%' || c == '.' || c == '_' ||
         (colon && c == ':');
}

/// The text before the last colon, when only digits follow it.
bool split_port(std::string_view url, std::string_view& host, std::string_view& port) {
  const std::size_t colon = url.rfind(':');
  if (colon == std::string_view::npos) return false;
  host = url.substr(0, colon);
  port = url.substr(colon + 1);
  return !port.empty() && std::ranges::all_of(port, is_digit);
}

/// Utils.HOST_PORT_PATTERN: whether only a scheme and brackets may surround the host, or anything.
bool is_strict(Version version) {
  return version >= Version(3, 8, 0) && version != Version(3, 9, 1) && version != Version(3, 9, 2);
}

/// Utils.getHost and getPort
bool has_host_and_port(std::string_view url, Version version) {
  std::string_view host, port;
  if (!split_port(url, host, port)) return false;
  if (!is_strict(version)) return host.find_first_of("\r\n") == std::string_view::npos;
  if (const std::size_t scheme = host.find("://"); scheme != std::string_view::npos) {
    auto plain = [](char c) { return is_host_character(c, false); };
    if (std::ranges::all_of(host.substr(0, scheme), plain)) host.remove_prefix(scheme + 3);
  }
  if (host.starts_with('[')) host.remove_prefix(1);
  if (host.ends_with(']')) host.remove_suffix(1);
  return std::ranges::all_of(host, [](char c) { return is_host_character(c, true); });
}

/// InetSocketAddress takes ports up to 65535.
bool port_in_range(std::string_view url) {
  std::string_view host, port;
  split_port(url, host, port);
  unsigned number = 0;
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
  return error == std::errc() && end == port.data() + port.size() && number <= 65535;
}

/// The providers that Kafka brings along, by the names that its documentation gives them, and those
/// that others commonly have. Any other name may be some template's.
bool is_provider_name(std::string_view name) {
  constexpr std::array<std::string_view, 8> kNames = {"file",    "dir",   "directory",  "env",
                                                      "secrets", "vault", "configmaps", "aws"};
  return std::ranges::find(kNames, name) != kNames.end();
}

/// The first reference of the form `${provider:path:key}` or `${provider:key}`
/// (ConfigTransformer.DEFAULT_PATTERN); empty when there is none.
std::string_view provider_reference(std::string_view text) {
  for (std::size_t at = 0; (at = text.find("${", at)) != std::string_view::npos; at += 2) {
    const std::size_t end = text.find('}', at);
    const std::size_t colon = text.find(':', at);
    if (end == std::string_view::npos || colon >= end) continue;
    if (is_provider_name(text.substr(at + 2, colon - at - 2))) return text.substr(at, end + 1 - at);
  }
  return {};
}

/// AbstractConfig.resolveConfigVariables leaves alone what no provider of the same map resolves;
/// where one does, the value is not known here.
void report_literal_references(const Settings& settings, kafka::StartupReport& report) {
  if (!settings.complete()) return;
  for (const auto& [key, value] : settings.originals().values()) {
    if (!value) continue;
    const std::string_view reference = provider_reference(*value);
    if (reference.empty() || !settings.defined(key)) continue;
    const std::string_view name = reference.substr(2, reference.find(':') - 2);
    report.unused("any/config-provider-not-configured", key,
                  {{"reference", std::string(reference)}, {"provider", std::string(name)}});
  }
}

/// CommonClientConfigs.postValidateSaslMechanismConfig
void check_sasl_mechanism(const Settings& settings, kafka::StartupReport& report) {
  if (!settings.since(Version(3, 3, 0))) return;
  const auto protocol = settings.string("security.protocol");
  if (!protocol || !ascii_lower(*protocol).starts_with("sasl_")) return;
  if (!settings.written("sasl.mechanism") || settings.value("sasl.mechanism") == nullptr) return;
  if (settings.text("sasl.mechanism").empty())
    report.refuse("any/sasl-needs-mechanism", "sasl.mechanism", {{"protocol", *protocol}});
}

/// The first of the pair that the user wrote, when it goes beyond its limit.
void check_backoff_limit(const Settings& settings, kafka::StartupReport& report,
                         std::string_view key, std::string_view limit) {
  const auto value = settings.number(key);
  const auto most = settings.number(limit);
  if (!value || !most || *value <= *most) return;
  if (!settings.written(key) && !settings.written(limit)) return;
  if (!settings.certain({key, limit})) return;
  report.unused("any/backoff-beyond-limit", settings.written(key) ? key : limit,
                {{"key", std::string(key)},
                 {"value", settings.text(key)},
                 {"limit", std::string(limit)},
                 {"most", settings.text(limit)}});
}

/// CommonClientConfigs.warnDisablingExponentialBackoff; since 3.8.0 ExponentialBackoff takes the
/// limit for both.
void check_backoff_limits(const Settings& settings, kafka::StartupReport& report) {
  if (!settings.since(Version(3, 7, 0))) return;
  check_backoff_limit(settings, report, "retry.backoff.ms", "retry.backoff.max.ms");
  check_backoff_limit(settings, report, "socket.connection.setup.timeout.ms",
                      "socket.connection.setup.timeout.max.ms");
}

/// CommonClientConfigs.postProcessReconnectBackoffConfigs
void process_reconnect_backoff(const Settings& settings, kafka::StartupReport& report) {
  constexpr const char* kBackoff = "reconnect.backoff.ms";
  constexpr const char* kMost = "reconnect.backoff.max.ms";
  if (!settings.written(kBackoff) || settings.written(kMost) || !settings.complete()) return;
  const auto value = settings.number(kBackoff);
  if (!value) return;
  if (value == settings.number(kMost)) {
    report.set(kMost, settings.text(kBackoff));
    return;
  }
  report.change("any/reconnect-backoff-constant", kBackoff, kMost, settings.text(kBackoff),
                {{"value", settings.text(kBackoff)}, {"most", settings.text(kMost)}});
}

/// What javax.management.ObjectName takes as a value that no quotation marks surround; with them it
/// is left undecided.
bool may_be_object_name(std::string_view value) {
  if (value.starts_with('"') && value.ends_with('"')) return true;
  return value.find_first_of(",=:\"*?\n") == std::string_view::npos;
}

/// org.apache.kafka.common.metrics.JmxReporter.compilePredicate
void check_jmx_filters(const kafka::ParsedConfig& config, kafka::StartupReport& report) {
  if (config.version() < Version(2, 6, 0)) return;
  if (config.boolean("auto.include.jmx.reporter") == false) return;
  const bool renamed = config.version() >= Version(2, 7, 0);
  const bool old_names = config.version() < Version(4, 0, 0);
  for (std::string_view name : {"include", "exclude", "whitelist", "blacklist"}) {
    const bool is_old = name.ends_with("list");
    if (is_old ? !old_names : !renamed) continue;
    const std::string key = "metrics.jmx." + std::string(name);
    const std::optional<std::string>* pattern = config.written().find(key);
    if (pattern == nullptr || !*pattern || kafka::may_be_java_regex(**pattern)) continue;
    report.refuse("any/invalid-jmx-filter", std::nullopt, {{"key", key}, {"value", **pattern}});
  }
}

}  // namespace

void check_jmx_name(const kafka::ParsedConfig& config, kafka::StartupReport& report,
                    const char* key) {
  if (config.version() >= Version(1, 0, 0) || !config.is_written(key)) return;
  const auto id = config.string(key);
  if (id && !may_be_object_name(*id))
    report.refuse("any/id-not-for-jmx", std::nullopt, {{"key", key}, {"value", *id}});
}

void post_process_client(const Settings& settings, kafka::StartupReport& report) {
  report_literal_references(settings, report);
  check_sasl_mechanism(settings, report);
  check_backoff_limits(settings, report);
  process_reconnect_backoff(settings, report);
}

void check_class_names(const Settings& settings, kafka::StartupReport& report,
                       std::string_view key) {
  if (!settings.written(key)) return;
  const auto* classes = std::get_if<std::vector<std::string>>(settings.value(key));
  if (classes != nullptr && std::ranges::find(*classes, "") != classes->end())
    report.refuse("any/empty-class-name", std::nullopt, {{"key", std::string(key)}});
}

void check_metrics(const kafka::ParsedConfig& config, const Settings& settings,
                   kafka::StartupReport& report) {
  check_class_names(settings, report, "metric.reporters");
  check_jmx_filters(config, report);
  check_jmx_name(config, report, "client.id");
}

void check_bootstrap_servers(const kafka::ParsedConfig& config, kafka::StartupReport& report,
                             std::string_view key) {
  if (!config.is_written(key) && config.completeness() == kafka::Completeness::incomplete) {
    report.needs(key);
    return;
  }
  const std::vector<std::string>* urls = config.list(key);
  if (urls == nullptr) return;
  const auto refuse = [&](const std::string& url, const char* problem) {
    report.refuse("any/invalid-bootstrap-servers", "bootstrap.servers",
                  {{"key", std::string(key)}, {"value", url}, {"problem", problem}},
                  std::string(key));
  };
  bool any = false;
  for (const std::string& url : *urls) {
    if (url.empty()) continue;
    any = true;
    const bool shaped = has_host_and_port(url, config.version());
    if (shaped && port_in_range(url)) continue;
    return refuse(url, shaped ? "has a port beyond 65535" : "is not of the form `host:port`");
  }
  if (!any) refuse("", "names no server");
}

void check_channel_builder(const Settings& settings, kafka::StartupReport& report) {
  const auto written = settings.string("security.protocol");
  if (!written) return;
  const std::string protocol = ascii_lower(*written);
  const bool sasl = protocol == "sasl_plaintext" || protocol == "sasl_ssl";
  if (!sasl && protocol != "plaintext" && protocol != "ssl") {
    report.refuse("any/unknown-security-protocol", std::nullopt,
                  {{"key", "security.protocol"}, {"value", *written}});
    return;
  }
  if (sasl) check_sasl(settings, report);
  if (protocol.ends_with("ssl")) check_ssl(settings, report);
}

}  // namespace kaflint::startup
