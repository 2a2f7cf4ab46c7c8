/**
 * The vocabulary of district reporting: units, items, targets, periods, figures and what is said of
 * them. Records and enums on the JDK alone; every other package may import this one, and it imports
 * none of them. It must not
 * compute anything that needs a catalogue.
 */
@NullMarked
package huibao.model;

import org.jspecify.annotations.NullMarked;
