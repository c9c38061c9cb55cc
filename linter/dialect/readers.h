// The dialects, one function each, in the order in which dialects.cpp asks them.
#pragma once

#include <vector>

#include "linter/dialect/dialect.h"

namespace kaflint::dialect {

/// spring.kafka.* in application and bootstrap files, and spring.cloud.stream.kafka.* beside it.
void read_spring_boot(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out);
/// Custom resources of Strimzi's operators.
void read_strimzi(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out);
/// Custom resources of Confluent for Kubernetes, Koperator and Jikkou.
void read_custom_resources(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out);
/// Topics in the files of kafka-gitops, JulieOps and Kattlo.
void read_topics_as_code(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out);
/// Files in ConfigMaps and Secrets.
void read_kubernetes_configmap(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out);
/// Services of compose files that run brokers or Connect workers.
void read_compose(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out);
/// Variables from which AKHQ and kafka-ui read Kafka's settings. Claims nothing.
void read_console_environment(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out);
/// Containers of Kubernetes workloads that run brokers or Connect workers.
void read_kubernetes_workload(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out);
/// Values of Helm charts.
void read_helm_values(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out);
/// Connectors in JSON, as Connect's REST interface takes them.
void read_connector_json(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out);
/// Servers built on Kafka Streams: ksqlDB and Control Center.
void read_streams_programs(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out);
/// Quarkus and SmallRye Reactive Messaging: mp.messaging.*, kafka.*, kafka-streams.*.
void read_quarkus(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out);
/// Micronaut's kafka.* and AKHQ's connections.
void read_micronaut(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out);
/// Programs that hand what stands behind a prefix to a client (rules/dialects/prefixed.yaml).
void read_prefixed(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out);
/// What the frameworks make of an application file, in a ConfigMap for example: those from
/// read_spring_boot to read_micronaut.
void read_application_file(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out);
/// A plain file of one component: producer.properties, server.properties, a connector.
void read_properties(const ParsedFile& file, std::vector<bool>& claimed, FileUnits& out);

}  // namespace kaflint::dialect
