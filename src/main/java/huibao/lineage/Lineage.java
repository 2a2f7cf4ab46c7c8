package huibao.lineage;

/** What a published figure or state rests on: told in words, or written as it stands for programs. */
public sealed interface Lineage permits TargetLineage, ItemLineage, MilestoneLineage {

    /** Which issue of the bulletin it is of, and whose. */
    Issue issue();
}
