package gongkai.chassis.audit;

import java.util.List;

/**
 * Who acts, and how.
 *
 * @param subject the token's, or this service where it acts on an event
 * @param name for people to read; null where there is none
 * @param client the address they come from; null for an event
 * @param request the trace that all services log this by
 * @param action the operation, by its name in the interface
 */
record Actor(String subject, String name, List<String> roles, String client, String request, String action) {}
