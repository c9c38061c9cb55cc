package kaflint.referee;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import kaflint.catalog.Mirror;

/**
 * Calls Kafka's classes by name, private members included. What the called code throws is thrown on unchanged, since
 * that is the answer.
 */
final class Reflect {
    private Reflect() {}

    static Optional<Object> field(Object object, String name) {
        return Mirror.findField(object, name);
    }

    static boolean has(Class<?> type, String name, Object... arguments) {
        return find(type, name, arguments).isPresent();
    }

    /** Calls the first method of that name that takes these arguments; a null argument fits every class. */
    static Object call(Object object, String name, Object... arguments) throws Throwable {
        return invoke(object.getClass(), object, name, arguments);
    }

    static Object callStatic(Class<?> type, String name, Object... arguments) throws Throwable {
        return invoke(type, null, name, arguments);
    }

    private static Object invoke(Class<?> type, Object object, String name, Object... arguments) throws Throwable {
        Method method = find(type, name, arguments)
                .orElseThrow(() -> new Unsupported(type.getName() + " has no " + name + " for the arguments"));
        return Mirror.call(method, object, arguments);
    }

    static Object construct(Class<?> type, Object... arguments) throws Throwable {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (fits(constructor.getParameterTypes(), arguments)) {
                return construct(constructor, arguments);
            }
        }
        throw new Unsupported(type.getName() + " has no such constructor");
    }

    static Object construct(Constructor<?> constructor, Object... arguments) throws Throwable {
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    static Optional<Constructor<?>> constructor(Class<?> type, Class<?>... parameters) {
        try {
            return Optional.of(type.getDeclaredConstructor(parameters));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    private static Optional<Method> find(Class<?> type, String name, Object... arguments) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Method method : c.getDeclaredMethods()) {
                if (method.getName().equals(name) && !method.isBridge() && fits(method.getParameterTypes(), arguments)) {
                    return Optional.of(method);
                }
            }
        }
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name) && fits(method.getParameterTypes(), arguments)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }

    private static boolean fits(Class<?>[] parameters, Object[] arguments) {
        if (parameters.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < parameters.length; i++) {
            if (arguments[i] == null ? parameters[i].isPrimitive() : !boxed(parameters[i]).isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }

    private static Class<?> boxed(Class<?> type) {
        if (type == boolean.class) {
            return Boolean.class;
        }
        if (type == int.class) {
            return Integer.class;
        }
        return type == long.class ? Long.class : type;
    }

    /** This release has no such class or method: there is nothing to ask. */
    static final class Unsupported extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unsupported(String message) {
            super(message);
        }
    }
}
