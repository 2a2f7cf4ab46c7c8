package huibao.delivery;

/** Carries messages over one channel. */
interface Courier {

    /**
     * Hands a message over; it is delivered when this returns.
     *
     * @throws DeliveryException if it is not, or nobody can say
     */
    void deliver(Message message) throws DeliveryException;
}
