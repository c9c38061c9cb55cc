package kaflint.catalog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts to ask a key about: the limits and odd forms of its type, and the words that its validator prints. */
final class Probes {
    private static final List<String> BOOLEANS = List.of("true", "FALSE", " True ", "yes", "", "1", "fal\u017fe");
    private static final List<String> INTEGERS = List.of(
            "0", "1", "-1", "-2", "10", "2147483647", "2147483648", "-2147483648", "-2147483649", "32767", "32768",
            "9223372036854775807", "9223372036854775808", "0x10", "1e3", "1.0", "5L", "1_000", "", " 7 ", "+5", "-0",
            "007", "\u0665", "\uff15\u0665", "\ud835\udfcf", "5ms", "--5", "+", "\u00a05");
    private static final List<String> DOUBLES = List.of(
            "0", "1", "0.5", "0.49", "1.0000001", "-0.1", "NaN", "-Infinity", "1e3", ".5", "5.", "0x1p-2", "0x.8p0",
            "1f", "1d", "1L", "", "x", "1e400", "-1e-400", "1e+", "0x1", "123456789.5", "1e-5", "1e7", "9999999", "0.001",
            "0.00099", "1.17549435E-38", "0.3333333333333333333", "1__0", "4.9e-324");
    private static final List<String> STRINGS = List.of(
            "", " ", "a", "A", "a b", "\u0085a", "a\u007f", "a\tb", "a\u00a0b", "all", "ALL", "-1", "none", "latest",
            "LATEST", "h:1", "h:", "[::1]:9092", "a://h:1", "h:1/", "SaSl_sSl", "\u017f\u017fl", "PLA\u0131NTEXT",
            "by_duration:PT1H", "by_duration:-PT-0.5S", "by_duration:PT-0.5S", "by_duration:P1DT",
            "by_duration:PT9223372036854775807M", "2.8", "2.8.1", "3.6-IV2.1", "1.0.", "1.0.1.", "0.10.2.1", "0.10", ".",
            "set a:b,", "\"set a:b,c\" x,set d:e", "set a", "[1,2)", "(,2],[3,)", "[2,1]", "1,2]", "[1.0,1]", "[1",
            "(a|b)*", "*", "a|*", "(", "a)", "a\\", "a{", "a**", "[z-a]", "[]a]", "x{2}");
    private static final List<String> LISTS = List.of(
            "", " ", ",", "a", "a,b", "a,a", "a,,b", "a,", " a , b ", "a\u00a0,b", "a\t,\nb", "*", "*,x", ",*", "*,*", "0:1",
            "0:1,,2:3", "0", "1@h:1", "1@h:1,2@g:2", "-1@a://h:0", "+1@[::1]:65535@", "1@h:65536", "1@a b h:1",
            "\u0661@h:1", "1@@h:1", "h:1", "h:65536", "a b h:1", "HmacSHA256", "HmacSHA256,AES", "delete", "a,\u0001");

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.:-]+");

    private Probes() {}

    static List<String> ofType(String type) {
        switch (type) {
            case "BOOLEAN":
                return BOOLEANS;
            case "INT":
            case "SHORT":
            case "LONG":
                return INTEGERS;
            case "DOUBLE":
                return DOUBLES;
            case "LIST":
                return LISTS;
            case "CLASS":
                return List.of("", " ");
            case "PASSWORD":
                return List.of("", " p ", "\u00a0x");
            default:
                return STRINGS;
        }
    }

    /** Those of the type, and at most twelve words of the validator, in both cases. */
    static Set<String> of(String type, Object validator) {
        Set<String> probes = new LinkedHashSet<>(ofType(type));
        Matcher words = WORD.matcher(validator == null || type.equals("CLASS") ? "" : String.valueOf(validator));
        for (int i = 0; i < 12 && words.find(); i++) {
            // A lambda prints its address.
            if (!words.group().contains("Lambda")) {
                probes.add(words.group());
                probes.add(words.group().toUpperCase());
            }
        }
        return probes;
    }
}
