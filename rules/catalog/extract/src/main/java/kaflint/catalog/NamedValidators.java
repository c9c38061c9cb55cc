package kaflint.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The validators that have no class of ConfigDef: lambdas and classes of single roles. Such a validator is recognised
 * by asking it: a key has one or more shapes that its validator ever had, and exactly one of them must agree with the
 * validator on all of its probes. README.md says for each name what it accepts.
 */
final class NamedValidators {
    /** What a validator accepts, and probes that tell it from every other shape that the same keys have. */
    private record Shape(String text, List<Object> accepted, List<Object> refused) {
        static Shape named(String name, List<Object> accepted, List<Object> refused) {
            return new Shape("{named: " + name + "}", accepted, refused);
        }

        boolean agrees(Probe probe) {
            return accepted.stream().allMatch(probe::isAccepted) && refused.stream().noneMatch(probe::isAccepted);
        }
    }

    private static final Map<String, List<Shape>> SHAPES = new LinkedHashMap<>();

    private NamedValidators() {}

    static {
        clients();
        streams();
        broker();
        worker();
        connector();
    }

    /** The validator as a YAML flow mapping. */
    static String describe(String key, Object validator, Probe probe) {
        if (FeatureVersions.has(key)) {
            return FeatureVersions.describe(probe);
        }
        List<String> agreeing = SHAPES.getOrDefault(key, List.of()).stream()
                .filter(shape -> shape.agrees(probe))
                .map(Shape::text)
                .toList();
        if (agreeing.size() != 1) {
            throw new IllegalStateException(
                    validator.getClass().getName() + " (" + validator + ") of " + key + " agrees with " + agreeing);
        }
        return agreeing.get(0);
    }

    private static void clients() {
        List<Object> durations =
                values("by_duration:PT0S", "by_duration:P23DT23H", "by_duration:pt1h", "by_duration:-PT-1S");
        List<Object> noDurations =
                values(null, "", "LATEST", "by_duration", "by_duration:", "by_duration:-PT1S", "by_duration:1h");
        add(
                Shape.named("auto-offset-reset", join(durations, "latest", "earliest", "none"), noDurations),
                "auto.offset.reset");
        add(
                Shape.named("share-auto-offset-reset",
                        join(durations, "latest", "earliest"),
                        join(noDurations, "none")),
                "share.auto.offset.reset");
        add(oneOf("implicit", "explicit"), "share.acknowledgement.mode");
        add(oneOfIgnoringCase("BATCH_OPTIMIZED", "RECORD_LIMIT"), "share.acquire.mode");
        add(
                Shape.named("gzip-compression-level", values(-1, 1, 9), values(null, -2, 0, 10)),
                "compression.gzip.level");
    }

    private static void streams() {
        add(
                Shape.named("topology-optimization",
                        values("none", "all", "all,", ",", "single.store.self.join",
                                "reuse.ktable.source.topics , merge.repartition.topics,merge.repartition.topics"),
                        values(null, "", "ALL", " ", "all,none", "none,none", ",none", "x",
                                "all,single.store.self.join")),
                "topology.optimization");
        add(
                Shape.named("application-server",
                        values("", " ", "h:1", "a://h:1", "[::1]:1", "h:99999"),
                        values(null, "h", ":1", "h:", "h:99999999999", "a b:1", "h:1/")),
                "application.server");
    }

    private static void broker() {
        List<Object> replicas =
                values(List.of(), List.of(""), List.of("0:1"), List.of("0:1", "", "2:33"), List.of("*"));
        List<Object> noReplicas = values(null, List.of("0"), List.of("a:1"), List.of("0:1", "*"), List.of("0:1:2"));
        add(
                Shape.named("throttled-replicas-first-star",
                        join(replicas, List.of("*", "x")),
                        join(noReplicas, List.of("", "*"))),
                "leader.replication.throttled.replicas", "follower.replication.throttled.replicas");
        add(
                Shape.named("throttled-replicas",
                        join(replicas, List.of("", "*")),
                        join(noReplicas, List.of("*", "x"))),
                "leader.replication.throttled.replicas", "follower.replication.throttled.replicas");
        // Numeric addresses, since some releases look names up.
        List<Object> voters =
                values(List.of(), List.of("1@127.0.0.1:1", "-1@a://127.0.0.1:0"), List.of("+1@[::1]:65535@"));
        List<Object> noVoters = values(null, List.of(""), List.of("127.0.0.1:1"), List.of("a@127.0.0.1:1"),
                List.of("1@127.0.0.1"), List.of("1@127.0.0.1:65536"), List.of("1@127.0.0.1:99999999999"));
        add(
                Shape.named("quorum-voters-any-prefix", join(voters, List.of("1@a b 127.0.0.1:1")), noVoters),
                "controller.quorum.voters");
        add(
                Shape.named("quorum-voters", voters, join(noVoters, List.of("1@a b 127.0.0.1:1"))),
                "controller.quorum.voters");
        List<Object> servers = values(List.of(), List.of("h:1", "a://h:65535"), List.of("[::1]:0"));
        List<Object> noServers =
                values(null, List.of(""), List.of("h"), List.of("h:65536"), List.of("h:1", "h:99999999999"));
        add(
                Shape.named("quorum-bootstrap-servers-any-prefix", join(servers, List.of("a b h:1")), noServers),
                "controller.quorum.bootstrap.servers");
        add(
                Shape.named("quorum-bootstrap-servers", servers, join(noServers, List.of("a b h:1"))),
                "controller.quorum.bootstrap.servers");
        add(
                Shape.named("positive-or-minus-one", values(-1, 1, Integer.MAX_VALUE), values(-2, 0)),
                "remote.log.manager.copier.thread.pool.size", "remote.log.manager.expiration.thread.pool.size");
    }

    private static void worker() {
        add(oneOfIgnoringCase("COMPATIBLE", "EAGER"), "connect.protocol");
        add(oneOfIgnoringCase("COMPATIBLE", "EAGER", "SESSIONED"), "connect.protocol");
        add(
                Shape.named("key-generator-algorithm",
                        values("HmacSHA256", "hmacsha256", "AES"),
                        values(null, "", "x")),
                "inter.worker.key.generation.algorithm");
        add(
                Shape.named("mac-algorithm", values("HmacSHA256", "hmacsha1"), values(null, "", "AES")),
                "inter.worker.signature.algorithm");
        add(
                Shape.named("mac-algorithms",
                        values(List.of("HmacSHA256"), List.of("hmacsha1", "HmacSHA256")),
                        values(null, List.of(), List.of(""), List.of("HmacSHA256", "AES"))),
                "inter.worker.verification.algorithms");
        add(
                Shape.named("connect-listeners",
                        values(List.of("x"), List.of("http://h:1", "https://h:2")),
                        values(null, List.of(), List.of(""), List.of("http://h:1", " "))),
                "listeners");
        add(
                Shape.named("connect-admin-listeners",
                        values(null, List.of(), List.of("x"), List.of("http://h:1", "https://h:2")),
                        values(List.of(""), List.of("http://h:1", " "))),
                "admin.listeners");
        add(
                Shape.named("http-response-headers",
                        values("", " ", "set a:b", "ADD a: b,setdate a :b", "\"addDate a:b,c\" x, set a:b",
                                "set a:b,", "set a:b:", "\"set a:b", "\"set a:\\\",b\""),
                        values("x", "set", "set a", "set a:", "put a:b", "set a:b:c", "set a b:c", "set :b",
                                ",set a:b", "set a:b, ,set a:b")),
                "response.http.headers.config");
        add(
                Shape.named("positive-or-minus-one", values(-1, 1, Integer.MAX_VALUE), values(null, -2, 0)),
                "offset.storage.partitions", "status.storage.partitions");
        add(
                Shape.named("positive-or-minus-one",
                        values((short) -1, (short) 1, Short.MAX_VALUE),
                        values(null, (short) -2, (short) 0)),
                "offset.storage.replication.factor", "config.storage.replication.factor",
                "status.storage.replication.factor");
    }

    private static void connector() {
        add(
                Shape.named("unique-items",
                        values(List.of(), List.of("a"), List.of("a", "A")),
                        values(List.of("a", "a"), List.of("a", "b", "a"))),
                "transforms", "predicates", "topic.creation.groups");
        add(Shape.named("java-regex", values("", "a.*", "[a-z]"), values(null, "*", "[", "(")), "topics.regex");
        add(
                Shape.named("null-or-at-least-zero", values(null, 0L, Long.MAX_VALUE), values(-1L, Long.MIN_VALUE)),
                "transaction.boundary.interval.ms");
        add(
                Shape.named("plugin-version-range",
                        values(null, "", "latest", "1", "x", "1.0-beta", "[1,2)", "(,2],[3,)", "[1,1]", "[1][2]",
                                "1,2"),
                        values("[1", "(1)", "[2,1]", "[1,1)", "1,2]", "[1,2] 3", "[1,3],[2,4]",
                                "[1,2],(,3]")),
                "connector.plugin.version", "key.converter.plugin.version", "value.converter.plugin.version",
                "header.converter.plugin.version");
        // Any class that the probes know is none of a converter, so the key has to say of what.
        List<Object> noConverters = values(List.class, Object.class);
        add(Shape.named("converter-class", values((Object) null), noConverters), "key.converter", "value.converter");
        add(Shape.named("header-converter-class", values((Object) null), noConverters), "header.converter");
        add(
                Shape.named("no-argument-constructor", values(null, Object.class), values(List.class, Integer.class)),
                "key.converter", "value.converter", "header.converter");
    }

    private static Shape oneOf(String... strings) {
        List<Object> upper = values();
        for (String string : strings) {
            upper = join(upper, string.toUpperCase(Locale.ROOT));
        }
        return new Shape(
                "{one-of: " + Yaml.quotedList(List.of(strings)) + "}",
                List.of((Object[]) strings),
                join(upper, null, "", "kaflint"));
    }

    private static Shape oneOfIgnoringCase(String... strings) {
        List<Object> accepted = List.of((Object[]) strings);
        for (String string : strings) {
            accepted = join(accepted, string.toLowerCase(Locale.ROOT));
        }
        // The word that only one of the two sets of connect.protocol has.
        List<Object> refused = values(null, "", "kaflint");
        if (!accepted.contains("SESSIONED")) {
            refused = join(refused, "sessioned");
        }
        return new Shape(
                "{one-of-ignoring-case: " + Yaml.quotedList(List.of(strings)) + "}", accepted, refused);
    }

    private static void add(Shape shape, String... keys) {
        for (String key : keys) {
            SHAPES.computeIfAbsent(key, name -> new ArrayList<>()).add(shape);
        }
    }

    private static List<Object> values(Object... values) {
        return Arrays.asList(values);
    }

    private static List<Object> join(List<Object> values, Object... more) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(Arrays.asList(more));
        return all;
    }
}
