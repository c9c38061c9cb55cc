package kaflint.catalog;

/** Decides whether a key is deprecated in a release. */
final class Deprecation {
    Deprecation(KafkaRelease release) {}

    boolean isDeprecated(String key, String documentation) {
        return false;
    }
}
