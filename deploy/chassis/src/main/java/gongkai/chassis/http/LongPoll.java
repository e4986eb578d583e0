package gongkai.chassis.http;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Marks a resource method that holds neither a thread nor a connection while it waits; {@link ConcurrencyLimit} does not count it. */
@Retention(RUNTIME)
@Target(METHOD)
public @interface LongPoll {}
