package kaflint.catalog;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Writes a set of releases as inclusive intervals over the list of all releases. */
final class Intervals {
    private final List<String> releases;

    Intervals(List<String> releases) {
        this.releases = releases;
    }

    String text(BitSet members) {
        List<String> intervals = new ArrayList<>();
        for (int first = members.nextSetBit(0); first >= 0; ) {
            int end = members.nextClearBit(first);
            intervals.add(releases.get(first) + ".." + releases.get(end - 1));
            first = members.nextSetBit(end);
        }
        return String.join(",", intervals);
    }
}
