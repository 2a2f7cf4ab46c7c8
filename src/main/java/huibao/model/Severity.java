package huibao.model;

/** What a finding does to the submission, from gravest to lightest. */
public enum Severity {
    /** 强制性: blocks. */
    MANDATORY,
    /** 核实性: passes only with a usable explanation. */
    VERIFY,
    /** 提示性: never blocks. */
    NOTICE
}
