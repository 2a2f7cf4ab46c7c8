package huibao.model;

/** How an item's figure relates to time. */
public enum Accumulation {
    /** 本年累计: the flow from 1 January to the end of the period. */
    YTD,
    /** 时点: the stock at the end of the period. */
    POINT
}
