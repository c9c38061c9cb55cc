// What a client's channel builder demands of SASL before it connects.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "rules/startup/client.h"
#include "rules/startup/jaas_config.h"

namespace kaflint::startup {
namespace {

using kafka::StartupReport;
using kafka::Version;

constexpr const char* kJaas = "sasl.jaas.config";
constexpr const char* kLoginClass = "sasl.login.class";
constexpr const char* kLoginCallback = "sasl.login.callback.handler.class";
constexpr const char* kMechanism = "sasl.mechanism";
constexpr const char* kServiceName = "sasl.kerberos.service.name";
constexpr const char* kOAuthModule =
    "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule";

/// Modules whose login looks at nothing but their options, and never fails.
bool always_logs_in(std::string_view module) {
  return module == "org.apache.kafka.common.security.plain.PlainLoginModule" ||
         module == "org.apache.kafka.common.security.scram.ScramLoginModule";
}

/// JaasUtils.DISALLOWED_LOGIN_MODULES_DEFAULT (from 3.4.0; LdapLoginModule since 3.9.1)
bool is_disallowed(std::string_view module, Version version) {
  if (module == "com.sun.security.auth.module.JndiLoginModule") return version >= Version(3, 4, 0);
  if (module == "com.sun.security.auth.module.LdapLoginModule") return version >= Version(3, 9, 1);
  return false;
}

class SaslStartup {
 public:
  SaslStartup(const Settings& settings, StartupReport& report)
      : settings_(settings), report_(report) {}

  void run() {
    if (!settings_.written(kJaas)) {
      // A JAAS file that a system property names holds the login module then.
      report_.needs(kJaas);
      return;
    }
    const auto text = settings_.string(kJaas);
    if (!text) return;
    const auto module = parse_jaas_config(*text);
    if (!module) {
      refuse("any/invalid-jaas-config", {{"problem", module.error()}});
      return;
    }
    check_module(*module);
  }

 private:
  void refuse(RuleId rule, kafka::Arguments arguments) {
    arguments["key"] = kJaas;
    report_.refuse(rule, std::nullopt, std::move(arguments));
  }

  void check_module(const LoginModule& module) {
    // JaasContext.throwIfLoginModuleIsNotAllowed
    if (is_disallowed(module.name, settings_.version())) {
      refuse("any/disallowed-login-module", {{"module", module.name}});
      return;
    }
    const std::string mechanism = settings_.text(kMechanism);
    if (!settings_.certain({kMechanism}) || settings_.written(kLoginClass)) return;
    if (mechanism == "GSSAPI") check_service_name(module);
    if (mechanism == "OAUTHBEARER" && module.name == kOAuthModule &&
        settings_.since(Version(2, 0, 0)))
      check_unsecured_token(module);
    else if (!always_logs_in(module.name))
      report_.needs(kJaas);
  }

  /// KerberosLogin.getServiceName
  void check_service_name(const LoginModule& module) {
    const auto option = module.options.find("serviceName");
    const auto configured = settings_.string(kServiceName);
    if (option != module.options.end()) {
      if (configured && *configured != option->second)
        refuse("any/kerberos-service-name-conflict", {{"value", *configured}});
    } else if (!configured && settings_.certain({kServiceName})) {
      refuse("any/kerberos-service-name-missing",
             {{"default", settings_.written(kMechanism) ? "" : ", the default,"}});
    }
  }

  /// OAuthBearerUnsecuredLoginCallbackHandler.handleTokenCallback, the default where no handler is
  /// written: it makes a token out of `unsecuredLogin...` options and wants its principal.
  void check_unsecured_token(const LoginModule& module) {
    if (settings_.written(kLoginCallback)) {
      report_.needs(kLoginCallback);
      return;
    }
    // Without any option the login is that of a broker, which needs no token (from 2.1.0).
    if (module.options.empty() && settings_.since(Version(2, 1, 0))) return;
    const bool unsecured = std::ranges::any_of(module.options, [](const auto& option) {
      return option.first.starts_with("unsecuredLogin");
    });
    if (unsecured)
      report_.needs(kJaas);
    else if (settings_.certain({kLoginCallback}))
      refuse("any/oauthbearer-needs-login-callback", {});
  }

  const Settings& settings_;
  StartupReport& report_;
};

}  // namespace

void check_sasl(const Settings& settings, StartupReport& report) {
  SaslStartup(settings, report).run();
}

}  // namespace kaflint::startup
