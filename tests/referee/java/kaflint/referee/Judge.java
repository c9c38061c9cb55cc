package kaflint.referee;

import java.util.List;
import java.util.Map;

/** Starts the real component of one role with a configuration. */
interface Judge {
    /**
     * The effective values, and the clients inside if there are any, of a component that started and is stopped again.
     * Whatever Kafka throws means that it refuses.
     */
    Started start(Map<String, String> config) throws Throwable;

    /** The keys of the role. */
    Object definition() throws Throwable;

    /** The definitions that say which words of a message are keys. */
    default List<Object> namedIn() throws Throwable {
        return List.of(definition());
    }

    /** `clients` is null for a component that builds none. */
    record Started(Map<String, Object> effective, List<Object> clients) {
        static Started with(Map<String, Object> effective) {
            return new Started(effective, null);
        }
    }
}
