/**
 * One SQLite file: the registry of submissions, their figures and findings, and what is published for
 * analysts. Entry type: {@link huibao.store.Registry}; its tables are explained in docs/columns.md. It
 * must not judge, roll up or read the clock, and no JDBC type leaves it.
 */
@NullMarked
package huibao.store;

import org.jspecify.annotations.NullMarked;
