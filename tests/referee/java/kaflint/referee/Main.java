package kaflint.referee;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Security;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Answers, for cases on standard input, what the real Kafka does with them. One JSON object a line each way; see
 * tests/referee/README.md.
 */
public final class Main {
    private final Path jars;
    private final Map<String, Court> courts = new HashMap<>();

    private Main(Path jars) {
        this.jars = jars;
    }

    /** Arguments: the folder of fetch-jars, and the release of cases that do not name theirs. */
    public static void main(String[] arguments) throws Exception {
        // Names that do not resolve are asked for once.
        Security.setProperty("networkaddress.cache.ttl", "-1");
        Security.setProperty("networkaddress.cache.negative.ttl", "-1");
        PrintStream out = System.out;
        System.setOut(System.err);
        Main main = new Main(Path.of(arguments[0]));
        String release = arguments.length > 1 ? arguments[1] : null;
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (!line.isBlank()) {
                StringBuilder answer = new StringBuilder();
                Json.write(answer, main.answer(line, release));
                writer.append(answer).append('\n');
            }
            if (!in.ready()) {
                writer.flush();
            }
        }
        writer.flush();
        // Threads that Kafka left behind must not keep the program alive.
        System.exit(0);
    }

    private Map<String, Object> answer(String line, String release) throws Exception {
        @SuppressWarnings("unchecked")
        Map<String, Object> request = (Map<String, Object>) Json.parse(line);
        @SuppressWarnings("unchecked")
        Map<String, String> config = (Map<String, String>) request.get("config");
        String version = (String) request.getOrDefault("release", release);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", request.get("id"));
        answer.putAll(court(version).judge((String) request.get("role"), config));
        return answer;
    }

    private Court court(String version) throws IOException, ReflectiveOperationException {
        if (!courts.containsKey(version)) {
            courts.put(version, new Court(new Release(version, jars)));
        }
        return courts.get(version);
    }
}
