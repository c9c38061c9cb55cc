package kaflint.referee;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From what a component did to the fields of an answer. */
final class Answer {
    private Answer() {}

    interface Attempt {
        Judge.Started start(Judge judge) throws Throwable;
    }

    static Map<String, Object> of(Judge judge, Map<String, String> config, Attempt attempt) {
        Map<String, Object> answer = new LinkedHashMap<>();
        try {
            Judge.Started started = attempt.start(judge);
            answer.put("outcome", "starts");
            answer.put("effective", started.effective());
            if (started.clients() != null) {
                answer.put("clients", started.clients());
            }
        } catch (Reflect.Unsupported e) {
            answer.put("outcome", "unsupported");
            answer.put("message", e.getMessage());
        } catch (ThreadDeath | OutOfMemoryError e) {
            throw e;
        } catch (Throwable thrown) {
            refusal(answer, judge, config, thrown);
        }
        return answer;
    }

    private static void refusal(Map<String, Object> answer, Judge judge, Map<String, String> config, Throwable thrown) {
        Throwable cause = Refusal.cause(thrown);
        boolean environment = Refusal.isEnvironment(thrown, config);
        answer.put("outcome", environment ? "environment" : "refuses");
        if (!environment) {
            List<String> named = Refusal.namedKeys(cause, judge);
            answer.put("key", Refusal.key(cause, named, judge));
            answer.put("named", named);
        }
        answer.put("exception", cause.getClass().getSimpleName());
        answer.put("message", String.valueOf(cause.getMessage()));
    }
}
