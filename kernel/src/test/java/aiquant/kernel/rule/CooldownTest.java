package aiquant.kernel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CooldownTest {
    private final RuleParams p = Samples.rules();
    private final Cooldown c = new Cooldown();

    @Test
    void waitsAfterAnEntryAndAfterAnExit() {
        assertThat(Cooldown.blocksEntry(p, c, 0)).isFalse();
        assertThat(Cooldown.blocksExit(p, c, 0)).isFalse();

        Cooldown.entered(c, 1_000);
        Cooldown.exited(c, 1_000, 1, false);

        assertThat(Cooldown.blocksEntry(p, c, 20_999)).isTrue();
        assertThat(Cooldown.blocksEntry(p, c, 21_000)).isFalse();
        assertThat(Cooldown.blocksExit(p, c, 15_999)).isTrue();
        assertThat(Cooldown.blocksExit(p, c, 16_000)).isFalse();
    }

    @Test
    void isOffAtZero() {
        Cooldown.entered(c, 1_000);
        Cooldown.exited(c, 1_000, 1, false);
        p.entryCooldownS = 0;
        p.exitCooldownS = 0;

        assertThat(Cooldown.blocksEntry(p, c, 1_000)).isFalse();
        assertThat(Cooldown.blocksExit(p, c, 1_000)).isFalse();
    }

    @Test
    void lastsLongerThanIntegersCount() {
        p.entryCooldownS = Integer.MAX_VALUE;
        Cooldown.entered(c, 0);

        assertThat(Cooldown.blocksEntry(p, c, 2_147_483_646_999L)).isTrue();
        assertThat(Cooldown.blocksEntry(p, c, 2_147_483_647_000L)).isFalse();
    }
}
