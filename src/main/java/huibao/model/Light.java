package huibao.model;

/** The colour of a verdict; never shown without its word. */
public enum Light {
    BLUE,
    GREEN,
    YELLOW,
    RED,
    GREY
}
