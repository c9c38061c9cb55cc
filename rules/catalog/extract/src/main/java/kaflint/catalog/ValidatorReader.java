package kaflint.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says what a validator accepts. Validators of ConfigDef are read from their fields, all others are recognised by
 * NamedValidators; either way the validator itself is then asked whether it agrees.
 */
final class ValidatorReader {
    private final String type;
    private final String key;

    ValidatorReader(String type, String key) {
        this.type = type;
        this.key = key;
    }

    /** One YAML flow mapping for each condition, all of which hold. */
    List<String> read(Object validator) {
        Probe probe = new Probe(validator, key);
        return switch (validator.getClass().getName().replaceAll(".*\\.", "")) {
            case "ConfigDef$Range" -> List.of(range(validator, probe));
            case "ConfigDef$ValidString" -> List.of(oneOf(validator, probe));
            case "ConfigDef$CaseInsensitiveValidString" -> List.of(oneOfIgnoringCase(validator, probe));
            case "ConfigDef$ValidList" -> List.of(listOf(validator, probe, true));
            case "ConfigDef$NonNullValidator" -> List.of(notNull(probe));
            case "ConfigDef$NonEmptyString" -> List.of(notEmpty(probe));
            case "ConfigDef$NonEmptyStringWithoutControlChars" -> List.of(notEmptyNoControl(probe));
            case "ConfigDef$ListSize" -> List.of(listSize(validator, probe));
            case "ConfigDef$CompositeValidator" -> composite(validator);
            default -> List.of(NamedValidators.describe(key, validator, probe));
        };
    }

    private String range(Object validator, Probe probe) {
        Number min = (Number) Mirror.findField(validator, "min").orElse(null);
        Number max = (Number) Mirror.findField(validator, "max").orElse(null);
        List<String> bounds = new ArrayList<>();
        if (min != null) {
            bounds.add("min: " + min);
            probe.accepts(Numbers.of(type, min));
            Numbers.below(type, min).ifPresent(probe::refuses);
        }
        if (max != null) {
            bounds.add("max: " + max);
            probe.accepts(Numbers.of(type, max));
            Numbers.above(type, max).ifPresent(probe::refuses);
        }
        probe.refuses((Object) null);
        return "{" + String.join(", ", bounds) + "}";
    }

    private String oneOf(Object validator, Probe probe) {
        List<String> strings = strings(validator);
        strings.forEach(probe::accepts);
        for (String other : new String[] {"", "kaflint", null}) {
            if (!strings.contains(other)) {
                probe.refuses(other);
            }
        }
        return "{one-of: " + Yaml.quotedList(strings) + "}";
    }

    private String oneOfIgnoringCase(Object validator, Probe probe) {
        // Kafka keeps them in a hash set, upper case.
        Set<String> strings = new TreeSet<>(strings(validator));
        for (String string : strings) {
            probe.accepts(string);
            probe.accepts(string.toLowerCase(Locale.ROOT));
        }
        probe.refuses("", "kaflint", null);
        return "{one-of-ignoring-case: " + Yaml.quotedList(strings) + "}";
    }

    /** Before 4.2 a ValidList is about its items only; since then also about emptiness and duplicates. */
    private String listOf(Object validator, Probe probe, boolean direct) {
        List<String> strings = strings(Mirror.field(validator, "validString"));
        boolean strict = Mirror.findField(validator, "isEmptyAllowed").isPresent();
        boolean empty = (Boolean) Mirror.findField(validator, "isEmptyAllowed").orElse(true);
        boolean nullable = (Boolean) Mirror.findField(validator, "isNullAllowed").orElse(false);
        String item = strings.isEmpty() ? "kaflint" : strings.get(0);

        probe.accepts(List.of(item));
        probe.expects(empty, List.of());
        probe.expects(!strict, List.of(item, item));
        probe.expects(nullable, (Object) null);
        probe.refuses(List.of(""));
        probe.expects(strings.isEmpty(), List.of("kaflint"));
        return "{list-of: " + Yaml.quotedList(strings) + ", empty: " + empty + ", duplicates: " + !strict
                + (strict && direct ? ", drop-duplicates: true" : "")
                + (nullable ? ", nullable: true" : "") + "}";
    }

    private static String notNull(Probe probe) {
        probe.accepts("", List.of());
        probe.refuses((Object) null);
        return "{not-null: true}";
    }

    private static String notEmpty(Probe probe) {
        // Values from text are trimmed before they are validated; a default of null stays acceptable.
        probe.accepts(null, "a", " ");
        probe.refuses("");
        return "{not-empty: true}";
    }

    private static String notEmptyNoControl(Probe probe) {
        probe.accepts(null, "a", " ");
        probe.refuses("", "a\tb", "a\u0000", "\u0085");
        return "{not-empty-no-control: true}";
    }

    private static String listSize(Object validator, Probe probe) {
        int size = (Integer) Mirror.field(validator, "maxSize");
        probe.accepts(Collections.nCopies(size, "a"));
        probe.refuses(Collections.nCopies(size + 1, "a"));
        return "{list-size: " + size + "}";
    }

    private List<String> composite(Object validator) {
        List<String> all = new ArrayList<>();
        for (Object part : (Collection<?>) Mirror.field(validator, "validators")) {
            if (part.getClass().getName().endsWith("ConfigDef$ValidList")) {
                // ConfigDef drops duplicates only where the key's validator itself is a ValidList.
                all.add(listOf(part, new Probe(part, key), false));
            } else {
                all.addAll(read(part));
            }
        }
        return List.copyOf(all);
    }

    private static List<String> strings(Object validator) {
        List<String> out = new ArrayList<>();
        for (Object string : (Collection<?>) Mirror.field(validator, "validStrings")) {
            out.add((String) string);
        }
        return out;
    }
}
