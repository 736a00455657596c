package aiquant.config;

/// Where in a text something stands; lines and columns count from 1. Line 0 means the whole of `file`, which may also
/// be
/// something without lines, such as a command-line option.
public record Place(String file, int line, int column) {

    static Place whole(String file) {
        return new Place(file, 0, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
