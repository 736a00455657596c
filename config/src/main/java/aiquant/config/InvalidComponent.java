package aiquant.config;

/// A record component's value is out of range. [RecordBinder] adds the place in the file to it.
final class InvalidComponent extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String component;
    private final String problem;

    InvalidComponent(String component, String problem) {
        super(component + " " + problem);
        this.component = component;
        this.problem = problem;
    }

    String component() {
        return component;
    }

    String problem() {
        return problem;
    }
}
