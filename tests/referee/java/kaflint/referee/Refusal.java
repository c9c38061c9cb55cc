package kaflint.referee;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which key an exception of Kafka is about, and whether it is about the machine instead. tests/referee/README.md. */
final class Refusal {
    private static final Pattern MISSING = Pattern.compile("^Missing required configuration [\"`]([^\"`]+)[\"`] which");
    private static final Pattern LIST = Pattern.compile("^Configuration '([^']+)' ");
    private static final Pattern INVALID = Pattern.compile(" for configuration (.+?)(?=: |$)", Pattern.MULTILINE);
    private static final Pattern UNKNOWN = Pattern.compile("^Unknown (?:topic|group) config name: (.*)$", Pattern.DOTALL);
    private static final String REQUIREMENT = "requirement failed: ";
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*");

    /** Exceptions of the machine: files, names, logins, classes, cryptography. */
    private static final Set<String> ENVIRONMENT = Set.of("ClassNotFoundException", "NoClassDefFoundError",
            "FileNotFoundException", "NoSuchFileException", "UnknownHostException", "LoginException", "IOException",
            "GSSException", "NoSuchAlgorithmException", "KeyStoreException", "CertificateException",
            "UnrecoverableKeyException", "InvalidKeySpecException", "GeneralSecurityException", "KeyManagementException",
            "NoSuchMethodException", "InstantiationException", "ClassCastException", "AccessDeniedException",
            "ExceptionInInitializerError", "UnsatisfiedLinkError", "InvalidKeyException", "InvalidPathException",
            "BadPaddingException", "NoSuchProviderException", "TimeoutException", "EOFException", "MalformedURLException");

    /** Keys that a message more likely uses as plain words. */
    private static final Set<String> ENGLISH = Set.of("name", "port");

    private Refusal() {}

    /** The exception that says what is wrong: the first of Kafka's configuration exceptions, else the last cause. */
    static Throwable cause(Throwable thrown) {
        Throwable last = thrown;
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            String name = t.getClass().getSimpleName();
            if (name.equals("ConfigException") || name.equals("InvalidConfigurationException")) {
                return t;
            }
            last = t;
        }
        return last;
    }

    static boolean isEnvironment(Throwable thrown, Map<String, String> config) {
        boolean hosts = !config.getOrDefault("bootstrap.servers", "").isBlank();
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            String message = String.valueOf(t.getMessage());
            if (ENVIRONMENT.contains(t.getClass().getSimpleName()) && !isTextInsteadOfValue(message)
                    || message.contains("could not be found.") && !message.contains("Class  could not be found.")
                    || message.contains("does not implement")
                    || message.contains(": Not a Transformation") && !message.startsWith("Invalid value null")
                    || message.contains(": Not a Predicate") && !message.startsWith("Invalid value null")
                    || message.contains("must implement")
                    || message.contains("abstract and cannot be created")
                    || message.contains("must be concrete")
                    || message.contains("Could not instantiate class")
                    || message.contains("Class cannot be found")
                    || message.contains("ClassNotFoundException")
                    || message.contains("Could not load config provider class")
                    || message.contains("not found that matches the version range")
                    || hosts && message.contains("No resolvable bootstrap")
                    || message.contains("is not an instance of")
                    || message.contains("no-argument constructor")
                    || message.contains("java.security.auth.login.config")
                    || message.contains("Unknown host in ")
                    || message.contains("No serviceName defined")
                    || message.contains("Failed to load SSL keystore")
                    // What a producer's close() throws instead, when a reporter's class was not found.
                    || message.contains("\"this.clientTelemetryReporter\" is null")) {
                return true;
            }
        }
        return false;
    }

    /** A ClassCastException of Streams, which takes what is written for a number or a boolean: no class is at fault. */
    private static boolean isTextInsteadOfValue(String message) {
        return message.contains("java.lang.String cannot be cast to class java.lang.");
    }

    /** Every key that the role defines and the message names, in the order in which they appear. */
    static List<String> namedKeys(Throwable cause, Judge judge) {
        List<String> result = new ArrayList<>();
        Set<String> keys = keysOf(judge);
        Matcher words = WORD.matcher(String.valueOf(cause.getMessage()));
        while (words.find()) {
            if (keys.contains(words.group()) && !ENGLISH.contains(words.group()) && !result.contains(words.group())) {
                result.add(words.group());
            }
        }
        return result;
    }

    static String key(Throwable cause, List<String> named, Judge judge) {
        String message = String.valueOf(cause.getMessage());
        return fixedForm(message, keysOf(judge)).orElseGet(() -> freeForm(message, named));
    }

    private static Optional<String> fixedForm(String message, Set<String> keys) {
        for (Pattern pattern : new Pattern[] {MISSING, UNKNOWN, LIST}) {
            Matcher matcher = pattern.matcher(message);
            if (matcher.find()) {
                return Optional.of(matcher.group(1));
            }
        }
        if (!message.startsWith("Invalid value ")) {
            return Optional.empty();
        }
        // The value may hold these words itself; then the first one that is followed by a key counts. A key with an
        // alias in it is defined nowhere, and words stand there where ConfigException is misused.
        Matcher matcher = INVALID.matcher(message);
        String first = null;
        while (matcher.find()) {
            String name = matcher.group(1);
            if (keys.contains(name)) {
                return Optional.of(name);
            }
            first = first == null && (name.contains(".") || !name.contains(" ")) ? name : first;
        }
        return Optional.ofNullable(first);
    }

    /** The key that the message begins with, or the only one that it names; null if it names none or several. */
    private static String freeForm(String message, List<String> named) {
        if (named.isEmpty()) {
            return null;
        }
        // Scala's require begins all its messages in this way.
        String said = message.startsWith(REQUIREMENT) ? message.substring(REQUIREMENT.length()) : message;
        return named.size() == 1 || said.startsWith(named.get(0)) ? named.get(0) : null;
    }

    private static Set<String> keysOf(Judge judge) {
        Set<String> keys = new HashSet<>();
        try {
            for (Object definition : judge.namedIn()) {
                keys.addAll(ConfigDefs.keys(definition).keySet());
            }
            return keys;
        } catch (Throwable e) {
            return Set.of();
        }
    }
}
