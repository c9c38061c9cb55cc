package kaflint.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the catalog's data files. Arguments: the list of releases, the folder with a class path for each of them, and
 * the folder that receives the files.
 */
public final class Extract {
    private final List<String> releases;
    private final Path jars;
    private final Map<Role, List<Optional<Map<String, Key>>>> definitions = new EnumMap<>(Role.class);
    private final List<Set<Role>> extracted = new ArrayList<>();
    private final List<List<String>> dynamicOnly = new ArrayList<>();

    private Extract(List<String> releases, Path jars) {
        this.releases = releases;
        this.jars = jars;
        for (Role role : Role.values()) {
            definitions.put(role, new ArrayList<>());
        }
    }

    public static void main(String[] arguments) throws IOException {
        fixMachine();
        List<String> releases = Files.readAllLines(Path.of(arguments[0]));
        Extract extract = new Extract(releases, Path.of(arguments[1]));
        releases.forEach(extract::read);
        extract.write(Path.of(arguments[2]));
        // Some releases start threads when their classes are initialised.
        System.exit(0);
    }

    /** Sets what Kafka derives defaults from, so that they are the same on every machine. */
    private static void fixMachine() {
        System.setProperty("java.io.tmpdir", "/tmp");
        Locale.setDefault(Locale.US);
        Security.setProperty("ssl.KeyManagerFactory.algorithm", "SunX509");
        Security.setProperty("ssl.TrustManagerFactory.algorithm", "PKIX");
    }

    private void read(String version) {
        long start = System.nanoTime();
        Set<Role> found = EnumSet.noneOf(Role.class);
        try (KafkaRelease release = new KafkaRelease(version, jars)) {
            // Kafka loads classes that are named in defaults through the context class loader.
            Thread.currentThread().setContextClassLoader(release.loader());
            for (Role role : Role.values()) {
                Optional<Map<String, Key>> keys = Definitions.find(release, role)
                        .map(definition -> new KeyReader(release, role).read(definition))
                        .map(read -> MirrorMaker.correct(version, role, read));
                keys.ifPresent(present -> found.add(role));
                definitions.get(role).add(keys);
            }
            addBrokerFacts(release);
        }
        extracted.add(found);
        System.out.printf("%-9s %2d roles, %d ms%n", version, found.size(), (System.nanoTime() - start) / 1_000_000);
    }

    /** What more than a ConfigDef says about the broker's and the topic's keys of the release that was read last. */
    private void addBrokerFacts(KafkaRelease release) {
        Map<String, Key> broker = newest(Role.BROKER);
        Map<String, Key> topic = newest(Role.TOPIC);
        Map<String, List<String>> synonyms = TopicSynonyms.of(release, broker, topic.keySet());
        topic.replaceAll((name, key) -> key.withSynonyms(synonyms.getOrDefault(name, List.of())));
        DynamicScopes scopes = new DynamicScopes(release, broker.keySet());
        broker.replaceAll((name, key) -> key.withDynamic(scopes.of(name)));
        dynamicOnly.add(scopes.dynamicOnly());
    }

    private Map<String, Key> newest(Role role) {
        List<Optional<Map<String, Key>>> all = definitions.get(role);
        return all.get(all.size() - 1).orElseThrow();
    }

    private void write(Path folder) throws IOException {
        for (Role role : Role.values()) {
            RoleHistory history = new RoleHistory(role, releases);
            for (int i = 0; i < releases.size(); i++) {
                int release = i;
                source(role, i).ifPresent(keys -> history.add(release, keys));
                if (role == Role.BROKER) {
                    history.addDynamicOnly(i, dynamicOnly.get(i));
                }
            }
            Files.writeString(folder.resolve(role.text() + ".yaml"), history.dataFile());
        }
        Files.writeString(folder.resolve("releases.yaml"), releasesFile());
    }

    /** The keys of a release; if its jars could not be had, those of the next newer release of the same line. */
    private Optional<Map<String, Key>> source(Role role, int release) {
        List<Optional<Map<String, Key>>> all = definitions.get(role);
        int source = release;
        while (all.get(source).isEmpty() && isUnpublished(role, source) && sameLine(source, source + 1)) {
            source++;
        }
        return all.get(source);
    }

    private boolean isUnpublished(Role role, int release) {
        return Role.CONNECT.contains(role) && extracted.get(release).stream().noneMatch(Role.CONNECT::contains);
    }

    private boolean sameLine(int one, int other) {
        return other < releases.size() && line(releases.get(one)).equals(line(releases.get(other)));
    }

    private static String line(String release) {
        return release.substring(0, release.lastIndexOf('.'));
    }

    private String releasesFile() {
        StringBuilder out = new StringBuilder();
        out.append("# Made by rules/catalog/extract; do not edit by hand.\n");
        out.append("# All releases, ascending. Intervals in the other files are over this list. A release that\n");
        out.append("# lacks a role in `extracted` although the role's file covers it has the data of the next\n");
        out.append("# newer release.\n");
        out.append("releases:\n");
        for (int i = 0; i < releases.size(); i++) {
            List<String> roles = extracted.get(i).stream().map(Role::text).toList();
            out.append("  - version: ").append(releases.get(i)).append('\n');
            out.append(Yaml.wrappedList("    ", "extracted: ", roles));
        }
        return out.toString();
    }
}
