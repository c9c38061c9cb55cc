package kaflint.catalog;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Reads fields and calls methods of Kafka's objects, private ones included. The extractor and tests/referee are not
 * compiled against Kafka, since they read over seventy releases of it at once.
 */
public final class Mirror {
    private Mirror() {}

    /** The value of a field that the object's class or one of its superclasses declares. */
    static Object field(Object object, String name) {
        return findField(object, name)
                .orElseThrow(() -> new IllegalStateException(object.getClass().getName() + " has no field " + name));
    }

    public static Optional<Object> findField(Object object, String name) {
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return Optional.ofNullable(read(field, object));
                }
            }
        }
        return Optional.empty();
    }

    public static Object read(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the method throws is thrown on unchanged, since callers ask whether Kafka refuses. */
    public static Object call(Method method, Object object, Object... arguments) throws Throwable {
        try {
            method.setAccessible(true);
            return method.invoke(object, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    static Object callUnchecked(Method method, Object object, Object... arguments) {
        try {
            return call(method, object, arguments);
        } catch (Throwable e) {
            throw new IllegalStateException("calling " + method, e);
        }
    }
}
