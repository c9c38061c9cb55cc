package kaflint.catalog;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The few YAML forms that the data files are made of. */
final class Yaml {
    private static final int WIDTH = 100;

    private Yaml() {}

    static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c > '~') {
                        out.append(String.format("\\u%04X", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    static String quotedList(Collection<String> items) {
        return items.stream()
                .map(item -> item == null ? "null" : quote(item))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** A flow list of plain scalars, wrapped; the first line stands behind indent and label. */
    static String wrappedList(String indent, String label, List<String> items) {
        StringBuilder out = new StringBuilder();
        String start = indent + label + "[";
        String line = start;
        for (int i = 0; i < items.size(); i++) {
            String item = items.get(i) + (i + 1 < items.size() ? "," : "]");
            boolean first = line.equals(start);
            if (!first && line.length() + 1 + item.length() > WIDTH) {
                out.append(line).append('\n');
                line = indent + " ".repeat(label.length() + 1) + item;
            } else {
                line += first ? item : " " + item;
            }
        }
        return out.append(line).append('\n').toString();
    }
}
