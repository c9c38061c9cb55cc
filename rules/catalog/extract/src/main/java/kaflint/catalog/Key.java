package kaflint.catalog;

import java.util.List;

/**
 * One key of one role in one release, everything in the form in which the data file has it, so that two releases
 * agree about a key exactly if their records are equal.
 *
 * @param defaultValue a YAML scalar, or null if the key is required
 * @param valid the validators, each as a YAML flow mapping
 * @param dynamic whether a running broker takes it over, per-broker or cluster-wide; null if not
 * @param synonyms the broker keys that stand in for a topic key, the one that is looked at first in front
 */
record Key(
        String name,
        String type,
        String defaultValue,
        List<String> valid,
        String importance,
        boolean deprecated,
        boolean internal,
        String dynamic,
        List<String> synonyms) {

    Key withDynamic(String scope) {
        return new Key(name, type, defaultValue, valid, importance, deprecated, internal, scope, synonyms);
    }

    Key withSynonyms(List<String> brokerKeys) {
        return new Key(name, type, defaultValue, valid, importance, deprecated, internal, dynamic, brokerKeys);
    }

    Key withName(String other) {
        return new Key(other, type, defaultValue, valid, importance, deprecated, internal, dynamic, synonyms);
    }

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
        if (dynamic != null) {
            out.append(", dynamic: ").append(dynamic);
        }
        if (!synonyms.isEmpty()) {
            out.append(", synonyms: [").append(String.join(", ", synonyms)).append(']');
        }
        return out.toString();
    }
}
