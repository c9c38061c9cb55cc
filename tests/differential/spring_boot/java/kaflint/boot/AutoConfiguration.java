package kaflint.boot;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.MethodParameter;

/**
 * KafkaAutoConfiguration and its neighbour for Streams: their methods make the factories that hold what each client is
 * constructed with. They are called without the conditions and proxies of a whole auto-configuration, which costs time
 * and changes nothing here. By reflection, since they moved in 4.0 and their parameters differ by release.
 */
final class AutoConfiguration {
    enum Role {
        producer("KafkaAutoConfiguration", "kafkaProducerFactory"),
        consumer("KafkaAutoConfiguration", "kafkaConsumerFactory"),
        admin("KafkaAutoConfiguration", "kafkaAdmin"),
        streams("KafkaStreamsAnnotationDrivenConfiguration", "defaultKafkaStreamsConfig");

        private final String configuration;
        private final String method;

        Role(String configuration, String method) {
            this.configuration = configuration;
            this.method = method;
        }
    }

    private static final String[] PACKAGES = {
        "org.springframework.boot.autoconfigure.kafka.", "org.springframework.boot.kafka.autoconfigure."
    };
    private static final String SSL = "org.springframework.boot.ssl.";

    private final AnnotationConfigApplicationContext context;

    AutoConfiguration(AnnotationConfigApplicationContext context) throws ReflectiveOperationException {
        this.context = context;
        context.register(find("KafkaProperties"));
    }

    /** What the role's factory holds, each value in the form that Kafka parses. */
    Map<String, String> map(Role role) throws ReflectiveOperationException {
        addOnce("sslBundles", null);
        addOnce("kafkaConnectionDetails", "KafkaAutoConfiguration");
        Object factory = call(find(role.configuration), role.method);
        Map<String, String> texts = new TreeMap<>();
        configOf(factory).forEach((key, value) -> texts.put(String.valueOf(key), text(value)));
        return texts;
    }

    private void addOnce(String bean, String configuration) throws ReflectiveOperationException {
        if (context.getBeanFactory().containsSingleton(bean)) {
            return;
        }
        Object made = configuration == null ? bundles() : call(find(configuration), bean);
        if (made != null) {
            context.getBeanFactory().registerSingleton(bean, made);
        }
    }

    /** A registry that knows a bundle called `known`; null before 3.1, which has none. */
    private static Object bundles() throws ReflectiveOperationException {
        try {
            Class<?> stores = Class.forName(SSL + "SslStoreBundle");
            Class<?> bundle = Class.forName(SSL + "SslBundle");
            Object known = bundle.getMethod("of", stores).invoke(null, stores.getMethod("of",
                    java.security.KeyStore.class, String.class, java.security.KeyStore.class).invoke(null, null, null, null));
            return Class.forName(SSL + "DefaultSslBundleRegistry").getConstructor(String.class, bundle)
                    .newInstance("known", known);
        } catch (ClassNotFoundException absent) {
            return null;
        }
    }

    /** Null when the configuration has no method of that name. */
    private Object call(Class<?> configuration, String name) throws ReflectiveOperationException {
        for (Method method : configuration.getDeclaredMethods()) {
            if (!method.getName().equals(name) || method.isSynthetic()) {
                continue;
            }
            AutowireCapableBeanFactory beans = context.getAutowireCapableBeanFactory();
            Object[] arguments = new Object[method.getParameterCount()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = beans.resolveDependency(new DependencyDescriptor(new MethodParameter(method, i), true), null);
            }
            Object instance = beans.autowire(configuration, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
            try {
                return open(method).invoke(instance, arguments);
            } catch (InvocationTargetException thrown) {
                if (thrown.getCause() instanceof RuntimeException) {
                    throw (RuntimeException) thrown.getCause();
                }
                throw thrown;
            }
        }
        return null;
    }

    private static Map<?, ?> configOf(Object factory) throws ReflectiveOperationException {
        for (Class<?> type = factory.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().matches("configs?")) {
                    return (Map<?, ?>) open(field).get(factory);
                }
            }
        }
        return (Properties) factory.getClass().getMethod("asProperties").invoke(factory);
    }

    private static <T extends AccessibleObject> T open(T member) {
        member.setAccessible(true);
        return member;
    }

    private static String text(Object value) {
        if (value instanceof Collection) {
            return ((Collection<?>) value).stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        return value instanceof Class ? ((Class<?>) value).getName() : String.valueOf(value);
    }

    private static Class<?> find(String name) throws ClassNotFoundException {
        try {
            return Class.forName(PACKAGES[0] + name);
        } catch (ClassNotFoundException moved) {
            return Class.forName(PACKAGES[1] + name);
        }
    }
}
