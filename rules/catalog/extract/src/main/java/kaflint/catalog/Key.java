package kaflint.catalog;

import java.util.List;

/**
 * One key of one role in one release, everything in the form in which the data file has it, so that two releases
 * agree about a key exactly if their records are equal.
 *
 * @param defaultValue a YAML scalar, or null if the key is required
 * @param valid the validators, each as a YAML flow mapping
 */
record Key(
        String name,
        String type,
        String defaultValue,
        List<String> valid,
        String importance,
        boolean deprecated,
        boolean internal) {

    /** The fields as they follow the interval in the data file. */
    String fields() {
        StringBuilder out = new StringBuilder("type: ").append(type);
        if (defaultValue != null) {
            out.append(", default: ").append(defaultValue);
        }
        if (!valid.isEmpty()) {
            out.append(", valid: [").append(String.join(", ", valid)).append(']');
        }
        out.append(", importance: ").append(importance);
        if (deprecated) {
            out.append(", deprecated: true");
        }
        if (internal) {
            out.append(", internal: true");
        }
        return out.toString();
    }
}
