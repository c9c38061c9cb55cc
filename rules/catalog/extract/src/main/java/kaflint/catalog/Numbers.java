package kaflint.catalog;

import java.util.Optional;

/** Values of a key's numeric type at and just outside of a bound. */
final class Numbers {
    private Numbers() {}

    static Number of(String type, Number bound) {
        return switch (type) {
            case "short" -> bound.shortValue();
            case "int" -> bound.intValue();
            case "long" -> bound.longValue();
            case "double" -> bound.doubleValue();
            default -> throw new IllegalStateException("a range of the type " + type);
        };
    }

    /** Empty where the type has no smaller value that Range, which compares as double, could tell apart. */
    static Optional<Object> below(String type, Number bound) {
        return type.equals("double")
                ? Optional.of(Math.nextDown(bound.doubleValue()))
                : beside(type, bound.longValue(), (long) Math.nextDown(bound.doubleValue()), -1);
    }

    static Optional<Object> above(String type, Number bound) {
        return type.equals("double")
                ? Optional.of(Math.nextUp(bound.doubleValue()))
                : beside(type, bound.longValue(), (long) Math.nextUp(bound.doubleValue()), 1);
    }

    private static Optional<Object> beside(String type, long bound, long nextDouble, int step) {
        boolean exact = Math.abs((double) bound) < 1L << 52;
        long value = exact ? bound + step : nextDouble;
        Number narrow = of(type, value);
        return value == bound || narrow.longValue() != value ? Optional.empty() : Optional.of(narrow);
    }
}
