package gongkai.chassis.outbox;

import java.time.Instant;
import java.util.Map;

/**
 * An event as the relay publishes it.
 *
 * @param id the CloudEvent's {@code ce_id}
 * @param partitionKey records with the same partition key keep their order
 * @param payload JSON
 * @param traceparent of the request that caused the event; null for none
 * @param headers besides those of CloudEvents and the trace
 */
@SuppressWarnings("ArrayRecordComponent") // Records are not compared.
public record OutboxRecord(
        String id,
        String partitionKey,
        String key,
        String type,
        byte[] payload,
        Instant time,
        String traceparent,
        Map<String, String> headers) {}
