package huibao.model;

/** SDMX CL_OBS_STATUS, from best to worst; an aggregate has the worst of its parts. */
public enum ObsStatus {
    /** Normal. */
    A,
    /** Provisional. */
    P,
    /** Estimated by the district. */
    E,
    /** Imputed by the bureau. */
    I,
    /** Accepted with an open query. */
    V,
    /** Missing. */
    O;

    /** The worse of the two. */
    public ObsStatus worse(ObsStatus other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
