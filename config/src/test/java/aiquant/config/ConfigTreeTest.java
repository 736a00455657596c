package aiquant.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTreeTest {

    @Test
    void remembersWhereEveryKeyAndValueStands() {
        ConfigTree.Mapping tree = ConfigTree.parse("a.yaml", "# 😀\nouter:\n  inner: [1, two]\n");

        ConfigTree.Mapping outer = tree.mappingAt("outer");

        assertThat(outer.entries())
                .hasEntrySatisfying("inner", entry -> assertThat(entry.key()).hasToString("a.yaml:3:3"));
        assertThat(outer.value("inner")).containsInstanceOf(ConfigTree.Sequence.class);
        assertThat(outer.value("inner"))
                .hasValueSatisfying(list -> assertThat(list.place()).hasToString("a.yaml:3:10"));
    }

    @Test
    void tellsTypesByTheCoreSchema() {
        assertThat(described("1")).isEqualTo("number 1");
        assertThat(described("1e3")).isEqualTo("number 1e3");
        assertThat(described("0o17")).isEqualTo("number 0o17");
        assertThat(described("'1e3'")).isEqualTo("text '1e3'");
        assertThat(described("\"\"")).isEqualTo("text ''");
        assertThat(described("|\n  1")).isEqualTo("text '1'");
        assertThat(described("1_000")).isEqualTo("text '1_000'");
        assertThat(described("1:30")).isEqualTo("text '1:30'");
        assertThat(described("true")).isEqualTo("true");
        assertThat(described("on")).isEqualTo("text 'on'");
        assertThat(described("yes")).isEqualTo("text 'yes'");
        assertThat(described("~")).isEqualTo("nothing");
        assertThat(described("")).isEqualTo("nothing");
        assertThat(described("[a]")).isEqualTo("a list");
        assertThat(described("{a: 1}")).isEqualTo("a mapping");
    }

    @Test
    void readsQuotesAlsoAfterByteOrderMarkAndWindowsLineEnds() {
        ConfigTree.Mapping tree = ConfigTree.parse("a.yaml", "\uFEFFa: 1\r\nb: '2'\r\nc: 3\r\n");

        assertThat(tree.value("b").map(ConfigTree::describe)).contains("text '2'");
        assertThat(tree.value("c").map(ConfigTree::describe)).contains("number 3");
        assertThat(tree.value("c").map(node -> node.place().toString())).contains("a.yaml:3:4");
    }

    @Test
    void refusesARepeatedKeyNamingBothLines() {
        assertRefused("a:\n  x: 1\n  x: 2\n", "a.yaml:3:3: key 'x' is repeated; it stands in line 2 already");
    }

    @Test
    void refusesARootThatIsNoMapping() {
        assertRefused("- a\n", "a.yaml:1:1: the document must be a mapping, not a list");
        assertRefused("~\n", "a.yaml:1:1: the document must be a mapping, not nothing");
    }

    @Test
    void refusesAnEmptyTextAsIfItWereCutOff() {
        assertRefused("# only a comment\n", "a.yaml:1:1: nothing is written here; write {} to mean the defaults");
        assertThat(ConfigTree.parse("a.yaml", "{}").entries()).isEmpty();
    }

    @Test
    void refusesAnchorsAliasesAndTags() {
        assertRefused("a: &x 1\n", "a.yaml:1:4: anchors and aliases are not used here; write the value out");
        assertRefused("a: *x\n", "a.yaml:1:4: anchors and aliases are not used here; write the value out");
        assertRefused("&k a: 1\n", "a.yaml:1:1: anchors and aliases are not used here; write the value out");
        assertRefused("a: !!str 1\n", "a.yaml:1:4: tags are not used here; write the plain value");
    }

    @Test
    void refusesASecondDocument() {
        assertRefused("a: 1\n---\nb: 2\n", "a.yaml:3:1: a second document starts here; one file holds one document");
    }

    @Test
    void refusesWhatIsNotYaml() {
        assertRefused("a: b: c\n", "a.yaml:1:5: this is not YAML: mapping values are not allowed here");
        assertRefused("a: 1\nb: \u0007\n", "a.yaml:2:4: character U+0007 may not appear in YAML");
        assertThatThrownBy(() -> ConfigTree.parse("a.yaml", "? [x]\n: 1\n")).isInstanceOf(ConfigError.class);
        assertThatThrownBy(() -> ConfigTree.parse("a.yaml", "a: " + "[".repeat(20_000)))
                .isInstanceOf(ConfigError.class);
    }

    @Test
    void refusesFilesThatAreMissingOrNotText(@TempDir Path folder) throws Exception {
        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, "a: \u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> ConfigTree.read(folder.resolve("none.yaml")))
                .isInstanceOf(ConfigError.class)
                .hasMessageEndingWith("none.yaml: there is no such file");
        assertThatThrownBy(() -> ConfigTree.read(latin)).hasMessageEndingWith("latin.yaml: the file is not UTF-8 text");
        assertThatThrownBy(() -> ConfigTree.read(folder)).isInstanceOf(ConfigError.class);
    }

    private static String described(String value) {
        return ConfigTree.parse("a.yaml", "key: " + value)
                .value("key")
                .map(ConfigTree::describe)
                .orElseThrow();
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> ConfigTree.parse("a.yaml", text))
                .isInstanceOf(ConfigError.class)
                .hasMessage(message);
    }
}
