// How long judging takes: realistic producer configurations on one version through the whole
// library, and one configuration on the newest release of every line, and on every release, against
// one.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "linter/kafka/version.h"
#include "linter/policy/engine.h"

namespace kaflint::policy {
namespace {

using Files = std::vector<std::shared_ptr<const SourceFile>>;

struct Choice {
  const char* key;
  std::vector<const char*> values;
};

/// Settings as producers have them, some of which refuse or change something.
const std::vector<Choice>& choices() {
  static const std::vector<Choice> kChoices = {
      {"bootstrap.servers", {"kafka-1:9092,kafka-2:9092,kafka-3:9092", "broker.example.com:9093"}},
      {"key.serializer", {"org.apache.kafka.common.serialization.StringSerializer"}},
      {"value.serializer", {"io.confluent.kafka.serializers.KafkaAvroSerializer"}},
      {"acks", {"all", "1", "-1", "0"}},
      {"retries", {"2147483647", "3", "0"}},
      {"linger.ms", {"0", "5", "20", "100"}},
      {"batch.size", {"16384", "65536", "1048576"}},
      {"buffer.memory", {"33554432", "67108864"}},
      {"compression.type", {"none", "lz4", "zstd", "snappy"}},
      {"max.in.flight.requests.per.connection", {"1", "5", "6"}},
      {"enable.idempotence", {"true", "false"}},
      {"delivery.timeout.ms", {"120000", "30000", "10000"}},
      {"request.timeout.ms", {"30000", "15000"}},
      {"transactional.id", {"orders-tx"}},
      {"transaction.timeout.ms", {"60000"}},
      {"client.id", {"orders"}},
      {"max.block.ms", {"60000", "5000"}},
      {"max.request.size", {"1048576", "10485760"}},
      {"metadata.max.age.ms", {"300000"}},
      {"send.buffer.bytes", {"131072", "-1"}},
      {"receive.buffer.bytes", {"32768"}},
      {"reconnect.backoff.ms", {"50"}},
      {"retry.backoff.ms", {"100", "ten"}},
      {"security.protocol", {"PLAINTEXT", "SASL_SSL", "SSL"}},
      {"sasl.mechanism", {"SCRAM-SHA-512", "PLAIN"}},
      {"ssl.truststore.location", {"/etc/kafka/truststore.p12"}},
      {"ssl.truststore.type", {"PKCS12"}},
      {"interceptor.classes", {"com.example.TracingInterceptor"}},
      {"schema.registry.url", {"http://registry:8081"}},
      {"auto.register.schemas", {"false"}},
  };
  return kChoices;
}

/// A file with 10 to 30 of them.
std::string configuration(std::mt19937& random) {
  const std::size_t wanted = std::uniform_int_distribution<std::size_t>(10, 30)(random);
  std::size_t left = choices().size();
  std::size_t missing = wanted;
  std::string text;
  for (const Choice& choice : choices()) {
    if (random() % left-- >= missing) continue;
    --missing;
    text += fmt::format("{}={}\n", choice.key, choice.values[random() % choice.values.size()]);
  }
  return text;
}

Files configurations(std::size_t count) {
  std::mt19937 random(1);
  Files files;
  for (std::size_t i = 0; i < count; ++i)
    files.push_back(
        std::make_shared<const SourceFile>("producer.properties", configuration(random)));
  return files;
}

void check(benchmark::State& state, std::size_t count, const kafka::VersionSet& versions) {
  const Files files = configurations(count);
  const CheckOptions options{.versions = versions, .role = kafka::Role::producer, .files = nullptr};
  for (auto _ : state)
    for (const auto& file : files) benchmark::DoNotOptimize(check_file(file, options));
}

void ten_thousand_configurations(benchmark::State& state) {
  check(state, 10'000, kafka::VersionSet::of(kafka::newest_release()));
}

void one_release(benchmark::State& state) {
  check(state, 500, kafka::VersionSet::of(kafka::newest_release()));
}

/// The newest release of each line.
void every_line(benchmark::State& state) {
  kafka::VersionSet lines;
  const kafka::VersionSet all = kafka::VersionSet::all();
  const auto releases = all.releases();
  for (std::size_t i = 0; i < releases.size(); ++i)
    if (i + 1 == releases.size() || releases[i].line() != releases[i + 1].line())
      lines.insert(releases[i]);
  check(state, 500, lines);
}

void every_release(benchmark::State& state) { check(state, 500, kafka::VersionSet::all()); }

BENCHMARK(ten_thousand_configurations)
    ->Unit(benchmark::kMillisecond)
    ->Repetitions(7)
    ->ReportAggregatesOnly();
BENCHMARK(one_release)->Unit(benchmark::kMillisecond)->Repetitions(7)->ReportAggregatesOnly();
BENCHMARK(every_line)->Unit(benchmark::kMillisecond)->Repetitions(7)->ReportAggregatesOnly();
BENCHMARK(every_release)->Unit(benchmark::kMillisecond)->Repetitions(7)->ReportAggregatesOnly();

}  // namespace
}  // namespace kaflint::policy
