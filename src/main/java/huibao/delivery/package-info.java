/**
 * Notices on their way out: kept until they are delivered, by mail or to a webhook, at least once and under a name
 * that stays the same. Entry types: {@link huibao.delivery.Outbox}, {@link huibao.delivery.Dispatch}. It must not know
 * what a notice says, and nothing else of the program uses the network.
 */
@NullMarked
package huibao.delivery;

import org.jspecify.annotations.NullMarked;
