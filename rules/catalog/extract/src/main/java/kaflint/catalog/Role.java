package kaflint.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The roles, and the classes that hold their definitions, newest home first. */
enum Role {
    PRODUCER("org.apache.kafka.clients.producer.ProducerConfig"),
    CONSUMER("org.apache.kafka.clients.consumer.ConsumerConfig"),
    SHARE_CONSUMER("org.apache.kafka.clients.consumer.ShareConsumerConfig"),
    ADMIN("org.apache.kafka.clients.admin.AdminClientConfig"),
    STREAMS("org.apache.kafka.streams.StreamsConfig"),
    BROKER("org.apache.kafka.server.config.AbstractKafkaConfig", "kafka.server.KafkaConfig$"),
    TOPIC("org.apache.kafka.storage.internals.log.LogConfig", "kafka.log.LogConfig$"),
    CONNECT_DISTRIBUTED("org.apache.kafka.connect.runtime.distributed.DistributedConfig"),
    CONNECT_STANDALONE("org.apache.kafka.connect.runtime.standalone.StandaloneConfig"),
    SOURCE_CONNECTOR("org.apache.kafka.connect.runtime.SourceConnectorConfig"),
    SINK_CONNECTOR("org.apache.kafka.connect.runtime.SinkConnectorConfig"),
    GROUP("org.apache.kafka.coordinator.group.GroupConfig"),
    MIRRORMAKER("org.apache.kafka.connect.mirror.MirrorMakerConfig"),
    MIRROR_SOURCE(
            "org.apache.kafka.connect.mirror.MirrorSourceConfig",
            "org.apache.kafka.connect.mirror.MirrorConnectorConfig"),
    MIRROR_CHECKPOINT(
            "org.apache.kafka.connect.mirror.MirrorCheckpointConfig",
            "org.apache.kafka.connect.mirror.MirrorConnectorConfig"),
    MIRROR_HEARTBEAT(
            "org.apache.kafka.connect.mirror.MirrorHeartbeatConfig",
            "org.apache.kafka.connect.mirror.MirrorConnectorConfig");

    /** What a release without Connect's jars lacks. */
    static final Set<Role> CONNECT = Set.of(
            CONNECT_DISTRIBUTED, CONNECT_STANDALONE, SOURCE_CONNECTOR, SINK_CONNECTOR, MIRRORMAKER, MIRROR_SOURCE,
            MIRROR_CHECKPOINT, MIRROR_HEARTBEAT);

    private final List<String> classNames;

    Role(String... classNames) {
        this.classNames = List.of(classNames);
    }

    List<String> classNames() {
        return classNames;
    }

    /** As it is written in data files and on the command line. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
