package kaflint.boot;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;

/**
 * Starts the Kafka part of applications as Spring Boot does, one for each line of the file that is named: the folder of
 * its files, a tab, its active profiles separated by commas. Answers each on a line of standard output.
 */
final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        LogManager.getLogManager().reset();
        PrintStream out = System.out;
        System.setOut(System.err);
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            String[] fields = line.split("\t", -1);
            StringBuilder text = new StringBuilder();
            Json.write(text, answer(Path.of(fields[0]), fields[1].isEmpty() ? List.of() : List.of(fields[1].split(","))));
            out.write(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }

    /** {"clients": {role: {key: value} or a failure}}, or a failure of the whole application. */
    private static Map<String, Object> answer(Path folder, List<String> profiles) {
        Map<String, Object> answer = new LinkedHashMap<>();
        try (Application application = new Application(folder, profiles)) {
            answer.put("clients", application.clients());
        } catch (Exception failure) {
            answer.putAll(Failure.of(failure));
        }
        return answer;
    }
}
