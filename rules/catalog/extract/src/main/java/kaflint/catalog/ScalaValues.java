package kaflint.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Values of Scala's classes, which differ between the Scala versions that Kafka was built with. */
final class ScalaValues {
    private ScalaValues() {}

    /** A Scala object is the single instance of its class. */
    static Object object(Class<?> home) {
        try {
            return Mirror.read(home.getDeclaredField("MODULE$"), null);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(home.getName() + " is no Scala object", e);
        }
    }

    /** The elements of a Scala or a Java collection. */
    static Collection<?> collection(Object value) {
        if (value instanceof Collection<?> already) {
            return already;
        }
        try {
            List<Object> elements = new ArrayList<>();
            Object iterator = value.getClass().getMethod("iterator").invoke(value);
            Class<?> type = Class.forName("scala.collection.Iterator", true, value.getClass().getClassLoader());
            while ((Boolean) type.getMethod("hasNext").invoke(iterator)) {
                elements.add(type.getMethod("next").invoke(iterator));
            }
            return elements;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
