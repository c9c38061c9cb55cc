package kaflint.referee;

import java.util.Arrays;
import java.util.Map;

/** What a consumer or admin client decided in its constructor, which its config does not show. */
final class RunningClient {
    private RunningClient() {}

    static void overwrite(Map<String, Object> effective, Object client) {
        // Without a group there is no coordinator, hence nobody who commits (2.2 to 2.5).
        if (declares(client, "coordinator") && Reflect.field(client, "coordinator").isEmpty()) {
            effective.replace("enable.auto.commit", "false");
        }
        Reflect.field(client, "defaultApiTimeoutMs").filter(value -> declares(client, "runnable"))
                .ifPresent(value -> effective.replace("default.api.timeout.ms", String.valueOf(value)));
    }

    private static boolean declares(Object object, String field) {
        return Arrays.stream(object.getClass().getDeclaredFields()).anyMatch(each -> each.getName().equals(field));
    }
}
