package aiquant.engine;

/// The program's version, as the root pom has it.
public final class Version {

    public static final String NUMBER = number();

    private Version() {}

    private static String number() {
        String fromJar = Version.class.getPackage().getImplementationVersion();
        return fromJar == null ? "development" : fromJar;
    }
}
