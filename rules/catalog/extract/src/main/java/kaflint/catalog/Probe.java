package kaflint.catalog;

import java.lang.reflect.Method;

/** Asks a validator about values, and fails if it does not answer as its description says. */
final class Probe {
    private final Object validator;
    private final String key;
    private final Method ensureValid;

    Probe(Object validator, String key) {
        this.validator = validator;
        this.key = key;
        try {
            ensureValid = validator.getClass().getMethod("ensureValid", String.class, Object.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Anything thrown is a refusal: a NullPointerException stops Kafka as much as a ConfigException does. */
    boolean isAccepted(Object value) {
        try {
            Mirror.call(ensureValid, validator, key, value);
            return true;
        } catch (Exception e) {
            return false;
        } catch (Throwable e) {
            throw new IllegalStateException("asking about " + value, e);
        }
    }

    void accepts(Object... values) {
        for (Object value : values) {
            expects(true, value);
        }
    }

    void refuses(Object... values) {
        for (Object value : values) {
            expects(false, value);
        }
    }

    void expects(boolean accepted, Object value) {
        if (isAccepted(value) != accepted) {
            String does = accepted ? " refuses " : " accepts ";
            throw new IllegalStateException(validator.getClass().getName() + " (" + validator + ")" + does + value);
        }
    }
}
