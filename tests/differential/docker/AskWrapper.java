// Prints the lines that Apache's image writes to server.properties for the environment that this
// program runs in. The class path needs a release's `kafka` jar with argparse4j and
// jackson-dataformat-yaml: java -cp ... AskWrapper.java
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

public class AskWrapper {
  public static void main(String[] arguments) throws Throwable {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    Class<?> wrapper = Class.forName("kafka.docker.KafkaDockerWrapper$");
    Class<?> system = Class.forName("scala.sys.package$");
    Class<?> map = Class.forName("scala.collection.immutable.Map");
    Class<?> list = Class.forName("scala.collection.immutable.List");
    Object environment =
        lookup.findVirtual(system, "env", MethodType.methodType(map))
            .invoke(lookup.findStaticGetter(system, "MODULE$", system).invoke());
    Object lines =
        lookup.findVirtual(wrapper, "getServerConfigsFromEnv", MethodType.methodType(list, map))
            .invoke(lookup.findStaticGetter(wrapper, "MODULE$", wrapper).invoke(), environment);
    System.out.println(lines.getClass().getMethod("mkString", String.class).invoke(lines, "\n"));
  }
}
