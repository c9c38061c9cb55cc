package kaflint.referee;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The judges of all roles in one release. */
final class Court {
    private final Release release;
    private final ConfigDefs configDefs;
    private final Map<String, Judge> judges = new HashMap<>();
    private int judged;

    Court(Release release) throws ReflectiveOperationException {
        this.release = release;
        this.configDefs = new ConfigDefs(release);
    }

    Map<String, Object> judge(String role, Map<String, String> config) {
        Thread.currentThread().setContextClassLoader(release.loader());
        Map<String, Object> answer;
        try {
            Judge judge = judges.computeIfAbsent(role, this::create);
            answer = Answer.of(judge, config, j -> j.start(config));
        } catch (Reflect.Unsupported e) {
            answer = new HashMap<>(Map.of("outcome", "unsupported", "message", e.getMessage()));
        }
        if (++judged % 100 == 0) {
            forgetBeans();
        }
        return answer;
    }

    private Judge create(String role) {
        return switch (role) {
            case "producer" -> new ClientJudge(release, configDefs, ClientJudge.Kind.PRODUCER);
            case "consumer" -> new ClientJudge(release, configDefs, ClientJudge.Kind.CONSUMER);
            case "share-consumer" -> new ClientJudge(release, configDefs, ClientJudge.Kind.SHARE_CONSUMER);
            case "admin" -> new ClientJudge(release, configDefs, ClientJudge.Kind.ADMIN);
            case "streams" -> new StreamsJudge(release, configDefs);
            case "broker" -> new BrokerJudge(release, configDefs);
            case "topic" -> new TopicJudge(release, configDefs);
            case "connect-distributed" -> new WorkerJudge(release, configDefs, "distributed.DistributedConfig");
            case "connect-standalone" -> new WorkerJudge(release, configDefs, "standalone.StandaloneConfig");
            case "source-connector" -> new ConnectorJudge(release, configDefs, false);
            case "sink-connector" -> new ConnectorJudge(release, configDefs, true);
            case "group" -> new GroupJudge(release, configDefs);
            case "mirrormaker" -> new MirrorMakerJudge(release, configDefs);
            default -> throw new Reflect.Unsupported("no role " + role);
        };
    }

    /** A client registers beans under a name of its own, and a stopped one may leave them. */
    private static void forgetBeans() {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            for (ObjectName name : server.queryNames(new ObjectName("kafka.*:*"), null)) {
                if (server.isRegistered(name)) {
                    server.unregisterMBean(name);
                }
            }
        } catch (InstanceNotFoundException e) {
            // One of Kafka's own threads was faster.
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
