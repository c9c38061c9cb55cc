package kaflint.boot;

import java.util.Map;

/** Writes nested maps of texts. */
final class Json {
    private Json() {}

    static void write(StringBuilder out, Object value) {
        if (!(value instanceof Map)) {
            writeText(out, String.valueOf(value));
            return;
        }
        out.append('{');
        String before = "";
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
            out.append(before);
            writeText(out, String.valueOf(entry.getKey()));
            out.append(':');
            write(out, entry.getValue());
            before = ",";
        }
        out.append('}');
    }

    private static void writeText(StringBuilder out, String text) {
        out.append('"');
        for (char c : text.toCharArray()) {
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
