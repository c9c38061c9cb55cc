package kaflint.catalog;

final class NamedValidators {
    private NamedValidators() {}

    static String recognise(String key, Object validator, Probe probe) {
        return "unknown-" + validator.getClass().getSimpleName();
    }
}
