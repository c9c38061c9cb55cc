package kaflint.boot;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;

/** What an exception says, and about which property when Boot's Binder threw it. */
final class Failure {
    private Failure() {}

    static Map<String, Object> of(Throwable thrown) {
        Map<String, Object> failure = new LinkedHashMap<>();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            failure.put("failure", cause.getClass().getSimpleName() + ": " + cause.getMessage());
            if (cause instanceof BindException) {
                // The innermost one names the property itself, and the first may be about all of spring.kafka.
                BindException bind = (BindException) cause;
                ConfigurationProperty property = bind.getProperty();
                failure.put("property", String.valueOf(property != null ? property.getName() : bind.getName()));
            }
        }
        return failure;
    }
}
