package kaflint.catalog;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Records what the released ConfigDefs make of texts, for the tests of kaflint's own reading of them. */
final class Record {
    private static final String STRINGS = "org.apache.kafka.common.serialization.String";
    private static final Pattern MISSING = Pattern.compile("Missing required configuration \"([^\"]+)\"");
    private static final Pattern INVALID = Pattern.compile("for configuration ([A-Za-z0-9_.-]+)");

    private final PrintWriter values;
    private final PrintWriter errors;
    private final Set<String> seen = new HashSet<>();
    private final Random random = new Random(7);

    private Record(PrintWriter values, PrintWriter errors) {
        this.values = values;
        this.errors = errors;
    }

    /** Arguments: the list of releases, the folder of fetch-jars, the folder to write to. */
    public static void main(String[] arguments) throws Throwable {
        Path folder = Path.of(arguments[2]);
        try (PrintWriter values = open(folder.resolve("recorded-values.tsv"));
                PrintWriter errors = open(folder.resolve("recorded-errors.tsv"))) {
            values.print("# What the released Kafka made of a text for a key: E when it refused, V and convertToString\n"
                    + "# otherwise. Role, release, key, text, outcome. Made by rules/catalog/extract/record-values.\n");
            errors.print("# The key that the released ConfigDef.parse refused first: OK, E key, or M key for a missing\n"
                    + "# one, serializers given. Role, release, outcome, key=text ... Made like recorded-values.tsv.\n");
            Record record = new Record(values, errors);
            for (String version : Files.readAllLines(Path.of(arguments[0]))) {
                try (KafkaRelease release = new KafkaRelease(version, Path.of(arguments[1]))) {
                    Thread.currentThread().setContextClassLoader(release.loader());
                    for (Role role : Role.values()) {
                        Optional<Object> definition = Definitions.find(release, role);
                        if (definition.isPresent()) {
                            record.keys(release, role, definition.get());
                            record.configurations(release, role, definition.get());
                        }
                    }
                }
            }
        }
    }

    private static PrintWriter open(Path file) throws IOException {
        return new PrintWriter(Files.newBufferedWriter(file));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> keysOf(Object definition) {
        return (Map<String, Object>) Mirror.field(definition, "configKeys");
    }

    private static String nameOf(Role role) {
        return role.name().toLowerCase().replace('_', '-');
    }

    /** Asks about one key for each combination of type and validator, since the others would answer the same. */
    private void keys(KafkaRelease release, Role role, Object definition) throws Throwable {
        for (Map.Entry<String, Object> entry : keysOf(definition).entrySet()) {
            String type = Mirror.field(entry.getValue(), "type").toString();
            Object validator = Mirror.findField(entry.getValue(), "validator").orElse(null);
            String shape = String.valueOf(validator);
            if (shape.contains("@")) {
                shape = entry.getKey() + validator.getClass().getPackageName();
            }
            if (!seen.add(type.equals("CLASS") ? type : type + shape)) {
                continue;
            }
            for (String text : Probes.of(type, validator)) {
                values.print(String.join("\t", nameOf(role), release.version(), entry.getKey(), escape(text),
                        outcome(release, definition, entry.getKey(), text)));
                values.print('\n');
            }
        }
    }

    private static String outcome(KafkaRelease release, Object definition, String name, String text) throws Throwable {
        Object key = keysOf(definition).get(name);
        Object type = Mirror.field(key, "type");
        Class<?> configDef = release.getClass("org.apache.kafka.common.config.ConfigDef");
        Method parse = configDef.getDeclaredMethod("parseValue", key.getClass(), Object.class, boolean.class);
        Object value;
        try {
            value = Mirror.call(parse, definition, key, text, true);
        } catch (Exception refused) {
            return "E";
        }
        if (type.toString().equals("PASSWORD")) {
            return "V" + escape((String) Mirror.call(value.getClass().getMethod("value"), value));
        }
        Method convert = configDef.getMethod("convertToString", Object.class, type.getClass());
        return "V" + escape((String) Mirror.call(convert, null, value, type));
    }

    private void configurations(KafkaRelease release, Role role, Object definition) throws Throwable {
        Map<String, Object> keys = keysOf(definition);
        List<String> names = List.copyOf(keys.keySet());
        Method parse = release.getClass("org.apache.kafka.common.config.ConfigDef").getMethod("parse", Map.class);
        for (int i = 0; i < 2; i++) {
            Map<String, String> written = new TreeMap<>();
            for (int j = random.nextInt(12); j > 0; j--) {
                String name = names.get(random.nextInt(names.size()));
                String type = Mirror.field(keys.get(name), "type").toString();
                List<String> texts = Probes.ofType(type);
                if (!type.equals("CLASS") && !isUndecided(name)) {
                    written.put(name, texts.get(random.nextInt(texts.size())));
                }
            }
            if (i == 0) {
                fillRequired(keys, written);
            }
            Map<String, String> all = new HashMap<>(written);
            for (String data : List.of("key", "value")) {
                all.put(data + ".serializer", STRINGS + "Serializer");
                all.put(data + ".deserializer", STRINGS + "Deserializer");
            }
            String first = firstError(parse, definition, all);
            if (first.isEmpty()) {
                continue;
            }
            errors.print(String.join("\t", nameOf(role), release.version(), first));
            written.forEach((key, text) -> errors.print("\t" + key + "=" + escape(text)));
            errors.print('\n');
        }
    }

    private static void fillRequired(Map<String, Object> keys, Map<String, String> written) {
        for (Map.Entry<String, Object> entry : keys.entrySet()) {
            Optional<Object> value = Mirror.findField(entry.getValue(), "defaultValue");
            if (value.isPresent() && value.get().getClass() == Object.class) {
                boolean isClass = Mirror.field(entry.getValue(), "type").toString().equals("CLASS");
                written.putIfAbsent(entry.getKey(), isClass ? "org.apache.kafka.connect.json.JsonConverter" : "1");
            }
        }
    }

    /** What hangs on the JVM or on a library's grammar, which kaflint does not decide in every case. */
    private static boolean isUndecided(String key) {
        return key.contains("algorithm") || key.contains("regex") || key.contains("plugin.version");
    }

    /** Empty where the message does not say which key it is about. */
    private static String firstError(Method parse, Object definition, Map<String, String> written) throws Throwable {
        try {
            parse.invoke(definition, written);
            return "OK";
        } catch (InvocationTargetException e) {
            String message = String.valueOf(e.getCause().getMessage());
            Matcher missing = MISSING.matcher(message);
            Matcher invalid = INVALID.matcher(message);
            if (missing.find()) {
                return "M " + missing.group(1);
            }
            return invalid.find() ? "E " + invalid.group(1) : "";
        }
    }

    private static String escape(String text) {
        StringBuilder result = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c < ' ' || c > '~' || c == '\\') {
                result.append(String.format("\\u%04x", (int) c));
            } else {
                result.append(c);
            }
        }
        return result.toString();
    }
}
