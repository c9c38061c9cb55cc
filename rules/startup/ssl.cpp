// What a client's channel builder demands of TLS before it looks at a file.
#include <string>
#include <string_view>

#include "rules/startup/client.h"

namespace kaflint::startup {
namespace {

using kafka::StartupReport;
using kafka::Version;

constexpr const char* kKeystoreType = "ssl.keystore.type";
constexpr const char* kKeystoreLocation = "ssl.keystore.location";
constexpr const char* kKeystorePassword = "ssl.keystore.password";
constexpr const char* kKeyPassword = "ssl.key.password";
constexpr const char* kPrivateKey = "ssl.keystore.key";
constexpr const char* kCertificateChain = "ssl.keystore.certificate.chain";
constexpr const char* kTruststoreType = "ssl.truststore.type";
constexpr const char* kTruststoreLocation = "ssl.truststore.location";
constexpr const char* kTruststorePassword = "ssl.truststore.password";
constexpr const char* kTrustedCertificates = "ssl.truststore.certificates";

class SslStartup {
 public:
  SslStartup(const Settings& settings, StartupReport& report)
      : settings_(settings), report_(report) {}

  void run() {
    if (settings_.written("ssl.engine.factory.class")) return;
    for (const char* key : {kKeystoreType, kTruststoreType})
      if (settings_.value(key) == nullptr) return;
    check_keystore();
    check_truststore();
  }

 private:
  bool set(const char* key) const { return settings_.written(key) && !settings_.is_null(key); }
  bool pem_known() const { return settings_.since(Version(2, 7, 0)); }
  bool is_pem(const char* type) const { return pem_known() && settings_.text(type) == "PEM"; }

  void refuse(RuleId rule, const char* key, std::initializer_list<std::string_view> rests_on,
              kafka::Arguments arguments = {}) {
    if (!settings_.certain(rests_on)) return;
    arguments["key"] = key;
    report_.refuse(rule, std::nullopt, std::move(arguments));
  }

  /// DefaultSslEngineFactory.createKeystore; PEM and what stands in the configuration itself are
  /// there from 2.7.0 on (KIP-651).
  void check_keystore() {
    if (pem_known() && set(kPrivateKey)) return check_private_key();
    if (pem_known() && set(kCertificateChain))
      return refuse("any/pem-key-and-chain-together", kCertificateChain, {kPrivateKey},
                    {{"other", kPrivateKey}});
    if (is_pem(kKeystoreType) && set(kKeystoreLocation)) {
      if (set(kKeystorePassword)) return forbid_store_password(kKeystorePassword);
      // Until 3.2 a PEM file had to be encrypted (KAFKA-13499).
      if (!settings_.since(Version(3, 3, 0)) && !set(kKeyPassword))
        return refuse("any/pem-file-needs-key-password", kKeystoreLocation, {kKeyPassword});
      return check_location(kKeystoreLocation);
    }
    if (!set(kKeystoreLocation) && set(kKeystorePassword))
      return refuse("any/store-password-without-store", kKeystorePassword, {kKeystoreLocation},
                    {{"location", kKeystoreLocation}});
    if (set(kKeystoreLocation) && !set(kKeystorePassword))
      return refuse("any/keystore-needs-password", kKeystoreLocation,
                    {kKeystorePassword, kKeystoreType});
    check_location(kKeystoreLocation);
  }

  void check_private_key() {
    if (!is_pem(kKeystoreType))
      return refuse("any/inline-pem-needs-pem-type", kPrivateKey, {kKeystoreType},
                    {{"type_key", kKeystoreType}, {"type", settings_.text(kKeystoreType)}});
    if (!set(kCertificateChain))
      return refuse("any/pem-key-and-chain-together", kPrivateKey, {kCertificateChain},
                    {{"other", kCertificateChain}});
    if (set(kKeystoreLocation))
      return refuse("any/inline-pem-beside-location", kPrivateKey, {},
                    {{"location", kKeystoreLocation}});
    if (set(kKeystorePassword)) return forbid_store_password(kKeystorePassword);
    check_pem(kCertificateChain, "CERTIFICATE");
    check_pem(kPrivateKey, "PRIVATE KEY");
  }

  /// DefaultSslEngineFactory.createTruststore
  void check_truststore() {
    if (pem_known() && set(kTrustedCertificates)) {
      if (!is_pem(kTruststoreType))
        return refuse("any/inline-pem-needs-pem-type", kTrustedCertificates, {kTruststoreType},
                      {{"type_key", kTruststoreType}, {"type", settings_.text(kTruststoreType)}});
      if (set(kTruststoreLocation))
        return refuse("any/inline-pem-beside-location", kTrustedCertificates, {},
                      {{"location", kTruststoreLocation}});
      if (set(kTruststorePassword)) return forbid_store_password(kTruststorePassword);
      check_pem(kTrustedCertificates, "CERTIFICATE");
    } else if (is_pem(kTruststoreType) && set(kTruststoreLocation)) {
      if (set(kTruststorePassword)) return forbid_store_password(kTruststorePassword);
      check_location(kTruststoreLocation);
    } else if (!set(kTruststoreLocation) && set(kTruststorePassword)) {
      refuse("any/store-password-without-store", kTruststorePassword, {kTruststoreLocation},
             {{"location", kTruststoreLocation}});
    } else {
      check_location(kTruststoreLocation);
    }
  }

  /// An empty path is the working directory, which no store can be read from.
  void check_location(const char* key) {
    if (set(key) && settings_.string(key) == "") refuse("any/empty-store-location", key, {});
  }

  /// DefaultSslEngineFactory.PemParser, as far as a text without any such entry goes; what an entry
  /// holds is for the JDK to judge.
  void check_pem(const char* key, std::string_view entry) {
    const auto text = settings_.string(key);
    if (!text) return;
    const std::size_t begin = text->find("BEGIN");
    const std::string last_word(entry.substr(entry.rfind(' ') + 1));
    if (begin == std::string::npos || text->find(last_word, begin) == std::string::npos)
      refuse("any/inline-pem-without-entry", key, {}, {{"entry", std::string(entry)}});
    else
      report_.needs(key);
  }

  void forbid_store_password(const char* key) { refuse("any/pem-forbids-store-password", key, {}); }

  const Settings& settings_;
  StartupReport& report_;
};

}  // namespace

void check_ssl(const Settings& settings, StartupReport& report) {
  SslStartup(settings, report).run();
}

}  // namespace kaflint::startup
