package kaflint.catalog;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The keys of one role in every release, and the data file that tells them. */
final class RoleHistory {
    private final Role role;
    private final Intervals intervals;
    private final BitSet exists = new BitSet();
    private final Map<String, Map<Key, BitSet>> keys = new TreeMap<>();
    private final Map<List<String>, BitSet> orders = new LinkedHashMap<>();
    private final Map<List<String>, BitSet> dynamicOnly = new LinkedHashMap<>();

    RoleHistory(Role role, List<String> releases) {
        this.role = role;
        this.intervals = new Intervals(releases);
    }

    /** Releases are added in ascending order, which is then the order of everything in the file. */
    void add(int release, Map<String, Key> definition) {
        exists.set(release);
        for (Key key : definition.values()) {
            keys.computeIfAbsent(key.name(), name -> new LinkedHashMap<>())
                    .computeIfAbsent(key, same -> new BitSet())
                    .set(release);
        }
        orders.computeIfAbsent(new ArrayList<>(definition.keySet()), same -> new BitSet()).set(release);
    }

    /** Keys that a running broker takes over, and that its file cannot have. */
    void addDynamicOnly(int release, List<String> names) {
        if (!names.isEmpty()) {
            dynamicOnly.computeIfAbsent(names, same -> new BitSet()).set(release);
        }
    }

    String dataFile() {
        StringBuilder out = new StringBuilder();
        out.append("# Made by rules/catalog/extract; do not edit by hand.\n");
        out.append("role: ").append(role.text()).append('\n');
        out.append("releases: ").append(intervals.text(exists)).append('\n');
        out.append("keys:\n");
        keys.forEach((name, versions) -> {
            out.append("  ").append(name).append(":\n");
            versions.forEach((key, members) -> out.append("    - {in: ")
                    .append(inFlow(members))
                    .append(", ")
                    .append(key.fields())
                    .append("}\n"));
        });
        appendLists(out, "order", orders);
        if (!dynamicOnly.isEmpty()) {
            appendLists(out, "dynamic-only", dynamicOnly);
        }
        return out.toString();
    }

    private void appendLists(StringBuilder out, String label, Map<List<String>, BitSet> lists) {
        out.append(label).append(":\n");
        lists.forEach((names, members) -> {
            out.append("  - in: ").append(intervals.text(members)).append('\n');
            out.append(Yaml.wrappedList("    ", "keys: ", names));
        });
    }

    /** A comma would end the value inside a flow mapping. */
    private String inFlow(BitSet members) {
        String text = intervals.text(members);
        return text.contains(",") ? Yaml.quote(text) : text;
    }
}
