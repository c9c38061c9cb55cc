package kaflint.boot;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.ResourceLoader;

/**
 * An application with nothing but Kafka's auto-configuration, from the files of one folder. Its environment is what the
 * folder's environment.properties says, not this process's own.
 */
final class Application implements AutoCloseable {
    /** Binds every bean that is @ConfigurationProperties. */
    @EnableConfigurationProperties
    static class Binding {}

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final AutoConfiguration kafka;

    Application(Path folder, List<String> profiles) throws Exception {
        ConfigurableEnvironment environment = environment(folder, profiles);
        load(environment);
        context.setEnvironment(environment);
        context.getBeanFactory().setConversionService(environment.getConversionService());
        context.register(Binding.class);
        kafka = new AutoConfiguration(context);
        context.refresh();
    }

    /** Each role's map as its factory gets it, or the failure to make it. */
    Map<String, Object> clients() {
        Map<String, Object> clients = new LinkedHashMap<>();
        for (AutoConfiguration.Role role : AutoConfiguration.Role.values()) {
            try {
                clients.put(role.name(), kafka.map(role));
            } catch (ReflectiveOperationException | RuntimeException failure) {
                clients.put(role.name(), Map.of("", Failure.of(failure)));
            }
        }
        return clients;
    }

    @Override
    public void close() {
        context.close();
    }

    private static ConfigurableEnvironment environment(Path folder, List<String> profiles) throws IOException {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.setConversionService(new ApplicationConversionService());
        MutablePropertySources sources = environment.getPropertySources();
        sources.remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        sources.addFirst(new MapPropertySource("commandLineArgs", Map.of(
                "spring.config.location", folder.toUri().toString(),
                "spring.profiles.active", String.join(",", profiles))));
        sources.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables(folder)));
        ConfigurationPropertySources.attach(environment);
        return environment;
    }

    private static Map<String, Object> variables(Path folder) throws IOException {
        Map<String, Object> variables = new LinkedHashMap<>();
        Path file = folder.resolve("environment.properties");
        if (Files.exists(file)) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            properties.stringPropertyNames().forEach(name -> variables.put(name, properties.getProperty(name)));
        }
        return variables;
    }

    /** ConfigDataEnvironmentPostProcessor since 2.4, ConfigFileApplicationListener before. */
    private static void load(ConfigurableEnvironment environment) throws Exception {
        Class<?> processor = find("org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor");
        try {
            if (processor != null) {
                for (Method method : processor.getMethods()) {
                    boolean withProfiles = method.getName().equals("applyTo") && method.isVarArgs();
                    if (withProfiles) {
                        method.invoke(null, environment, null, null, new String[0]);
                    }
                }
                return;
            }
            Class<?> listener = find("org.springframework.boot.context.config.ConfigFileApplicationListener");
            listener.getMethod("postProcessEnvironment", ConfigurableEnvironment.class, SpringApplication.class)
                    .invoke(listener.getConstructor().newInstance(), environment,
                            new SpringApplication((ResourceLoader) new DefaultResourceLoader()));
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof Exception ? (Exception) thrown.getCause() : thrown;
        }
    }

    private static Class<?> find(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException absent) {
            return null;
        }
    }
}
