// The configurations that Streams derives for the clients inside of it:
// org.apache.kafka.streams.StreamsConfig.getMainConsumerConfigs and its like, and what KafkaStreams
// and StreamThread add before they build the client.
#pragma once

#include <string>
#include <string_view>

#include "linter/kafka/verdict.h"
#include "rules/startup/streams/guarantee.h"

namespace kaflint::startup::streams {

/// A thread's clients are those of the first thread.
class ClientConfigs {
 public:
  ClientConfigs(const kafka::ParsedConfig& config, Guarantee guarantee);

  kafka::DerivedConfig main_consumer() const;
  kafka::DerivedConfig restore_consumer() const;
  /// Before 2.0.0 a global thread had a second restore consumer.
  kafka::DerivedConfig global_consumer() const;
  kafka::DerivedConfig producer() const;
  /// From 1.1.0 on.
  kafka::DerivedConfig admin() const;

  /// StreamsConfig.getClientPropsWithPrefix: the written settings that a client of this role knows,
  /// and all of those with the prefix.
  kafka::DerivedConfig provided(kafka::Role role, std::string_view prefix) const;
  /// AbstractConfig.originalsWithPrefix
  kafka::DerivedConfig with_prefix(std::string_view prefix) const;

 private:
  bool since(kafka::Version first) const { return config_.version() >= first; }
  bool exactly_once() const { return is_exactly_once(guarantee_); }
  kafka::DerivedConfig consumer_defaults() const;
  kafka::DerivedConfig producer_defaults() const;
  kafka::DerivedConfig common_consumer() const;
  kafka::DerivedConfig storeless_consumer(std::string_view prefix) const;
  void drop_unconfigurable(kafka::DerivedConfig& user) const;
  void put_written(kafka::DerivedConfig& to, std::string_view key) const;
  void put_client_id(kafka::DerivedConfig& to, std::string_view suffix) const;
  void put_data_classes(kafka::DerivedConfig& to, std::string_view kind) const;
  void finish(kafka::DerivedConfig& to) const;

  const kafka::ParsedConfig& config_;
  Guarantee guarantee_;
};

}  // namespace kaflint::startup::streams
