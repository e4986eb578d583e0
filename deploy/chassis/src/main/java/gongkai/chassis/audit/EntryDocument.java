package gongkai.chassis.audit;

/** An entry as JSON: what is hashed, and what auditors get, so that they can hash it again. */
final class EntryDocument {

    /** Of a row {@code e}. Times have the microseconds that PostgreSQL keeps; what is not there is left out. */
    static final String SQL = """
            json_object(
              'id' value e.id,
              'at' value to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
              'subject' value e.subject,
              'name' value e.name,
              'roles' value e.roles,
              'client' value e.client,
              'request' value e.request,
              'action' value e.action,
              'bureau' value e.bureau,
              'unit' value e.unit,
              'resource' value e.resource,
              'by' value e.stated_by,
              'before' value e.before,
              'after' value e.after,
              'reason' value e.reason
              absent on null returning text)""";

    private EntryDocument() {}
}
