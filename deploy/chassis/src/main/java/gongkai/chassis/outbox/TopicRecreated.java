package gongkai.chassis.outbox;

/** The topic is new or was recreated, and is empty. An observer appends all current state to the outbox. */
public record TopicRecreated() {}
