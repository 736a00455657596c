package aiquant.desktop.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LatestTest {

    private final Queue<Runnable> queue = new ArrayDeque<>();
    private final List<Integer> seen = new ArrayList<>();
    private final Latest<Integer> latest = new Latest<>(queue::add, seen::add);

    @Test
    void showsOnlyTheNewestOfMany() {
        for (int i = 1; i <= 1_000_000; i++) {
            latest.publish(i);
        }

        assertThat(queue).hasSize(1);
        queue.remove().run();
        assertThat(seen).containsExactly(1_000_000);
    }

    @Test
    void showsWhatComesAfterTheLastLook() {
        latest.publish(1);
        queue.remove().run();

        latest.publish(2);
        queue.remove().run();

        assertThat(seen).containsExactly(1, 2);
    }
}
